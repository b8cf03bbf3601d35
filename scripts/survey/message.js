// What the reader is told at the edge of the window, and a screen reader reads out.
import { element } from "../element.js";

const SHOWN = 2500; // milliseconds
const ID = "survey-message";
let timer;

export function tell(message) {
  let region = document.getElementById(ID);
  if (!region) {
    region = element("div", { id: ID, role: "status" });
    document.body.append(region);
  }
  region.textContent = message;
  region.classList.add("shown");
  clearTimeout(timer);
  timer = setTimeout(() => region.classList.remove("shown"), SHOWN);
}

export function tellFault(error) {
  tell(error.message);
}
