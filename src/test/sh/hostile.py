"""Writes two zips of few bytes that ask for much: python hostile.py EXPORT FOLDER

bomb.zip: an area of 2 million points, all edges of which lie on one diagonal, as do all fixations.
hungry.zip: a progressive CMYK JPEG of 10,000 x 10,000 pixels, the default bound: its coefficients alone take 800 MB in the decoder.
"""
import pathlib, struct, sys, zipfile

export, folder = map(pathlib.Path, sys.argv[1:])
SIDE = 10_000


def save(name, **files):
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for file in sorted(export.iterdir()):
            key = file.stem
            if key in files:
                target.writestr(files[key][0], files[key][1])
            elif key != "aois":
                target.write(file, file.name)


def diagonal(rows=1000):
    header = ("recording id,fixation id,start timestamp [ns],end timestamp [ns],fixation detected in reference image,"
              "fixation x [px],fixation y [px]")
    line = "250b944d-eeab-4d1c-ac48-d1d08639057a,{},{},{},true,{},{}"
    return "\n".join([header, *(line.format(i, i * 10**9, i * 10**9 + 10**8, i % 899, i % 899) for i in range(1, rows + 1))]) + "\n"


def bomb():
    ring = ",".join(["0,0,899,899"] * 999_950)
    return '{"categories":[{"id":1,"name":"bomb"}],"annotations":[{"category_id":1,"segmentation":[[' + ring + "]]}]}"


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def bits(text):
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xff", b"\xff\0")


def hungry():
    """Grey all over: one scan of the DC coefficients of all components, one of the AC coefficients of each, all of them zero."""
    components = range(1, 5)
    blocks = (SIDE // 8) ** 2
    runs, rest = divmod(blocks, 1 << 14)  # end-of-band runs of 16,384 blocks, and one of 4,096 and more
    parts = [b"\xff\xd8", segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"), segment(0xDB, b"\0" + b"\1" * 64),
             segment(0xC2, struct.pack(">BHHB", 8, SIDE, SIDE, 4) + b"".join(bytes([c, 0x11, 0]) for c in components)),
             segment(0xC4, b"\x00\1" + b"\0" * 15 + b"\0"), segment(0xC4, b"\x10\1\1" + b"\0" * 14 + b"\xe0\xc0"),
             segment(0xDA, b"\4" + b"".join(bytes([c, 0]) for c in components) + b"\0\0\0"), bytes(blocks * 4 // 8)]
    for c in components:
        parts += [segment(0xDA, bytes([1, c, 0, 1, 63, 0])), bits("0" * 15 * runs + "10" + format(rest - (1 << 12), "012b"))]
    return b"".join(parts) + b"\xff\xd9"


save("bomb.zip", fixations=("fixations.csv", diagonal()), aois=("aois.json", bomb()))
save("hungry.zip", reference_image=("reference_image.jpeg", hungry()))
