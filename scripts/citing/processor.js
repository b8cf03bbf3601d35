// citeproc-js as a script of its own, under its own licence; nothing of ours is in it.
import CSL from "citeproc";

globalThis.CSL = CSL;
