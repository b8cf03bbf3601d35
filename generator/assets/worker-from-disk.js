/* made by the survey site generator: browsers refuse workers to pages from disk, so a hidden frame runs there the worker's script.
   The frame has the policy of its page, which forbids inline scripts: the script is loaded as a file, and messages go straight across. */
(() => {
  "use strict";

  if (location.protocol !== "file:") return;

  /* By its second name the theme's search knows that it runs in a frame. */
  window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super();
      this.onmessage = null;
      this.onerror = null;
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      this.ready = this.start(address);
    }

    start(address) {
      const inside = this.frame.contentWindow;
      inside.document.open(); // a document of its own at once: Firefox replaces the first one later
      inside.document.close();
      const load = (source) =>
        new Promise((resolve, reject) => {
          const script = inside.document.createElement("script");
          script.src = source;
          script.onload = resolve;
          script.onerror = () => reject(new Error(`${source} could not be loaded`));
          (inside.document.body || inside.document.documentElement || inside.document).append(script);
        });
      inside.postMessage = (data) => this.say("message", new MessageEvent("message", { data: structuredClone(data) }));
      inside.importScripts = (...sources) =>
        sources.reduce((before, source) => before.then(() => load(source)), Promise.resolve());
      inside.addEventListener("error", (event) =>
        this.say("error", new ErrorEvent("error", { message: event.message, error: event.error })),
      );
      return load(address);
    }

    say(kind, event) {
      this.dispatchEvent(event);
      const own = this[`on${kind}`];
      if (own) own(event);
    }

    postMessage(data) {
      const inside = this.frame.contentWindow;
      this.ready.then(() => inside.dispatchEvent(new inside.MessageEvent("message", { data: structuredClone(data) })));
    }

    terminate() {
      this.frame.remove();
    }
  };
})();
