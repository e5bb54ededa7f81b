/**
 * Random access to a file's bytes without reading all of it into memory.
 */

const CHUNK_BYTES = 512 * 1024;

export class Bytes {
  #blob;
  #from = 0;
  #held = new DataView(new ArrayBuffer(0));

  /** @param {Blob} blob */
  constructor(blob) {
    this.#blob = blob;
  }

  get size() {
    return this.#blob.size;
  }

  /**
   * A view of `length` bytes from `offset`; shorter at the file's end.
   * @param {number} offset
   * @param {number} length
   * @returns {Promise<DataView>}
   */
  async view(offset, length) {
    const end = Math.min(offset + length, this.size);
    if (offset < this.#from || end > this.#from + this.#held.byteLength) {
      const until = Math.min(Math.max(end, offset + CHUNK_BYTES), this.size);
      this.#held = new DataView(await this.#blob.slice(offset, until).arrayBuffer());
      this.#from = offset;
    }
    const count = Math.max(0, end - offset);
    return new DataView(this.#held.buffer, count ? offset - this.#from : 0, count);
  }
}

/** Four (or `length`) characters of a view, for names of chunks and boxes. */
export function name(view, at = 0, length = 4) {
  let text = "";
  for (let i = at; i < Math.min(at + length, view.byteLength); i += 1) text += String.fromCharCode(view.getUint8(i));
  return text;
}
