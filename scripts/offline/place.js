/* made by the survey site generator: fills the page "Read offline"; what it tells the worker, visit.js knows */
import { draw } from "./page.js";

const { ask, scope, start } = window.survey.reading;
const place = document.querySelector(".offline");
if (place) start().then(() => draw(place, { ask, scope }));
