package io.github.fixationheatmap.read.aoi;

import static io.github.fixationheatmap.read.aoi.TestPng.start;

import io.github.fixationheatmap.read.InputFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * An invalid file with areas of interest, on an image of 200 x 100 px, and the full error message.
 *
 * @param what what is wrong with it
 * @param file the file's name
 * @param problem the end of the problem's URI
 * @param detail the error message
 */
record BadAoi(String what, InputFile file, String problem, String detail) {

    private static final String NAMES = "Pupil Cloud's answer (\"result\"), LabelMe (\"shapes\"), Tobii Pro Lab (\"Aois\"), "
            + "COCO (\"annotations\" and \"categories\"), by hand (\"aois\")";
    private static final String URL = "data:image/png;base64,";
    private static final String NAMED = "a text of 1 to 256 characters that is not blank";
    private static final String NUMBER = "a number from -1000000000 to 1000000000";

    /** The header of an image of 10 billion pixels, for which a decoder would allocate memory. */
    private static final byte[] BOMB = start(100_000, 100_000, 8, TestPng.RGBA).end(0);

    @Override
    public String toString() {
        return what;
    }

    private static BadAoi json(String what, String json, String problem, String detail) {
        return new BadAoi(what, TestFile.of("aois.json", json), problem, "aois.json" + detail);
    }

    private static BadAoi hand(String what, String members, String detail) {
        return json(what, "{\"aois\": [" + members + "]}", "bad-aoi", " at /aois" + detail);
    }

    private static BadAoi labelMe(String what, String members, String detail) {
        return json(what, "{\"shapes\": [{\"label\": \"a\", " + members + "}]}", "bad-aoi", " at /shapes" + detail);
    }

    private static BadAoi pupil(String what, String members, String problem, String detail) {
        return json(what, "{\"result\": [{\"id\": \"1\", \"name\": \"a\"" + members + "}]}", problem, " at /result/0" + detail);
    }

    private static BadAoi coco(String what, String annotation, String detail) {
        return json(what, "{\"categories\": [{\"id\": 1, \"name\": \"a\"}], \"images\": [{\"id\": 5, \"width\": 4, \"height\": 2}],"
                + " \"annotations\": [{\"category_id\": 1, \"segmentation\": " + annotation + "}]}", "bad-aoi",
                        " at /annotations/0" + detail);
    }

    private static BadAoi mask(String what, String name, byte[] png, String problem, String detail) {
        return new BadAoi(what, TestFile.of(name, png), problem, name + ": " + detail);
    }

    private static String url(byte[] png) {
        return ", \"mask_image_data_url\": \"" + URL + Base64.getEncoder().encodeToString(png) + "\"";
    }

    static List<BadAoi> files() {
        return List.of(
                json("empty file", "", "unknown-aoi-format", " at its top: seen \"no object\", expected one of " + NAMES),
                json("a list", "[1]", "unknown-aoi-format", " at its top: seen \"a list\", expected one of " + NAMES),
                json("unknown format", "{\"type\": \"FeatureCollection\", \"features\": []}", "unknown-aoi-format",
                        " at its top: seen \"type, features\", expected one of " + NAMES),
                json("two formats", "{\"aois\": [], \"shapes\": []}", "unknown-aoi-format",
                        " at its top: seen \"by hand (\"aois\") and LabelMe (\"shapes\")\", expected one of " + NAMES),
                json("cut off", "{\"aois\": [", "bad-json", ", line 1, column 11:"
                        + " seen \"Unexpected end-of-input: expected close marker for Array\", expected valid JSON"),
                json("a member twice", "{\"aois\": [], \"aois\": []}", "bad-json",
                        ", line 1, column 20: seen \"Duplicate field 'aois'\", expected valid JSON"),
                new BadAoi("not UTF-8", TestFile.of("aois.json", new byte[] {'{', '"', (byte) 0xFF, '"'}), "bad-json",
                        "aois.json, line 1, column 5: seen \"Invalid UTF-8 start byte 0xff\", expected valid JSON"),
                json("text behind", "{\"aois\": []} {}", "bad-json", ": seen \"more behind the end of the object\", expected one object"),
                json("no list", "{\"aois\": {\"name\": \"a\"}}", "bad-aoi",
                        " at /aois: seen \"{\"name\":\"a\"}\", expected a list of areas"),
                json("too many", "{\"shapes\": [" + "{\"label\": \"a\", \"points\": [[0,0],[1,0],[1,1]]},".repeat(1001) + "]}", "too-large",
                        " at /shapes: seen \"more areas\", expected at most 1000 areas"),

                hand("no object", "7", "/0: seen \"7\", expected an object with a member \"name\""),
                hand("no name", "{\"polygon\": []}", "/0: seen \"{\"polygon\":[]}\", expected an object with a member \"name\""),
                hand("blank name", "{\"name\": \" \"}", "/0/name: seen \" \", expected " + NAMED),
                hand("a number for a name", "{\"name\": 7}", "/0/name: seen \"7\", expected " + NAMED),
                hand("no shape", "{\"name\": \"a\"}",
                        "/0: seen \"{\"name\":\"a\"}\", expected exactly one of polygon, rectangle, ellipse, mask"),
                hand("two shapes", "{\"name\": \"a\", \"mask\": \"\", \"ellipse\": {}}",
                        "/0: seen \"{\"name\":\"a\",\"mask\":\"\",\"ellipse\":{}}\","
                        + " expected exactly one of polygon, rectangle, ellipse, mask, not ellipse and mask"),
                hand("misspelt member", "{\"name\": \"a\", \"lables\": [\"b\"]}",
                        "/0/lables: seen \"[\"b\"]\", expected no such member, but"
                        + " name, id, labels, color, description, unit and one of polygon, rectangle, ellipse, mask"),
                hand("two points", "{\"name\": \"a\", \"polygon\": [[0, 0], [1, 1]]}",
                        "/0/polygon: seen \"[[0,0],[1,1]]\", expected at least 3 points"),
                hand("two points in a ring", "{\"name\": \"a\", \"polygon\": [[[0, 0], [1, 1]]]}",
                        "/0/polygon/0: seen \"[[0,0],[1,1]]\", expected at least 3 points"),
                hand("no points", "{\"name\": \"a\", \"polygon\": []}", "/0/polygon: seen \"[]\", expected at least 3 points"),
                hand("three coordinates", "{\"name\": \"a\", \"polygon\": [[0, 0], [1, 1, 1], [2, 0]]}",
                        "/0/polygon/1: seen \"[1,1,1]\", expected a point [x, y]"),
                hand("NaN", "{\"name\": \"a\", \"polygon\": [[0, 0], [1, NaN], [2, 0]]}",
                        "/0/polygon/1/1: seen \"NaN\", expected " + NUMBER),
                hand("infinity", "{\"name\": \"a\", \"polygon\": [[0, 0], [1, 1], [-Infinity, 0]]}",
                        "/0/polygon/2/0: seen \"-Infinity\", expected " + NUMBER),
                hand("a number beyond all", "{\"name\": \"a\", \"polygon\": [[0, 0], [1, 1], [1e999, 0]]}",
                        "/0/polygon/2/0: seen \"Infinity\", expected " + NUMBER),
                hand("a number as text", "{\"name\": \"a\", \"polygon\": [[0, 0], [1, \"1\"], [2, 0]]}",
                        "/0/polygon/1/1: seen \"1\", expected " + NUMBER),
                hand("no width", "{\"name\": \"a\", \"rectangle\": {\"x\": 0, \"y\": 0, \"height\": 9}}",
                        "/0/rectangle: seen \"{\"x\":0,\"y\":0,\"height\":9}\", expected an object with a member \"width\""),
                hand("negative width", "{\"name\": \"a\", \"rectangle\": {\"x\": 0, \"y\": 0, \"width\": -5, \"height\": 9}}",
                        "/0/rectangle: seen \"{\"x\":0,\"y\":0,\"width\":-5,\"height\":9}\", expected a width and a height above 0"),
                hand("corners for a rectangle", "{\"name\": \"a\", \"rectangle\": [0, 0, 9, 9]}",
                        "/0/rectangle: seen \"[0,0,9,9]\", expected an object with a member \"x\""),
                hand("radius 0", "{\"name\": \"a\", \"ellipse\": {\"cx\": 9, \"cy\": 9, \"rx\": 0, \"ry\": 5}}",
                        "/0/ellipse: seen \"{\"cx\":9,\"cy\":9,\"rx\":0,\"ry\":5}\", expected a radius above 0"),
                hand("unknown unit", "{\"name\": \"a\", \"unit\": \"%\", \"polygon\": [[0,0],[1,0],[1,1]]}",
                        "/0/unit: seen \"%\", expected \"px\" or \"normalized\""),
                hand("no label", "{\"name\": \"a\", \"labels\": []}", "/0/labels: seen \"[]\", expected at least one label, and each once"),
                hand("a label twice", "{\"name\": \"a\", \"labels\": [\"b\", \"b\"]}",
                        "/0/labels: seen \"[\"b\",\"b\"]\", expected at least one label, and each once"),
                hand("blank label", "{\"name\": \"a\", \"labels\": [\"b\", \"\"]}", "/0/labels/1: seen \"\", expected " + NAMED),
                hand("an id twice", "{\"id\": \"x\", \"name\": \"a\", \"polygon\": [[0,0],[1,0],[1,1]]},"
                        + "{\"id\": \"x\", \"name\": \"b\", \"polygon\": [[0,0],[1,0],[1,1]]}",
                        "/1/id: seen \"x\", expected an id of its own, not that of /aois/0"),
                hand("blank id", "{\"id\": \"\", \"name\": \"a\"}", "/0/id: seen \"\", expected " + NAMED),
                hand("long name", "{\"name\": \"" + "n".repeat(257) + "\"}",
                        "/0/name: seen \"" + "n".repeat(120) + "...\", expected a text of at most 256 characters"),
                hand("long id", "{\"name\": \"a\", \"id\": \"" + "i".repeat(257) + "\"}",
                        "/0/id: seen \"" + "i".repeat(120) + "...\", expected a text of at most 256 characters"),
                hand("control character in a label", "{\"name\": \"a\", \"labels\": [\"b\", \"c\\u009f\"]}",
                        "/0/labels/1: seen \"c\\u009f\", expected a text without control characters such as line ends"),
                hand("half a character", "{\"name\": \"a\\ud83d\"}",
                        "/0/name: seen \"a\ud83d\", expected a text of whole characters, without half a surrogate pair"),
                labelMe("tab in a label", "\"points\": [[0,0],[1,0],[1,1]]}, {\"label\": \"\\tb\"",
                        "/1/label: seen \"\\u0009b\", expected a text without control characters such as line ends"),
                hand("a mask that is a file name", "{\"name\": \"a\", \"mask\": \"a.png\"}",
                        "/0/mask: seen \"a.png\", expected a data URL that begins with " + URL),

                pupil("no mask", "", "bad-aoi", ": seen \"{\"id\":\"1\",\"name\":\"a\"}\", expected an object with a member"
                        + " \"mask_image_data_url\""),
                pupil("mask of null", ", \"mask_image_data_url\": null", "bad-aoi", ": seen \"{\"id\":\"1\",\"name\":\"a\","
                        + "\"mask_image_data_url\":null}\", expected an object with a member \"mask_image_data_url\""),
                pupil("broken base64", ", \"mask_image_data_url\": \"" + URL + "iVBO*\"", "bad-aoi",
                        "/mask_image_data_url: seen \"" + URL + "iVBO*\", expected whole base64 behind the comma"),
                pupil("cut base64", ", \"mask_image_data_url\": \"" + URL + "iVBOR\"", "bad-aoi",
                        "/mask_image_data_url: seen \"" + URL + "iVBOR\", expected whole base64 behind the comma"),
                pupil("no picture", ", \"mask_image_data_url\": \"" + URL + "AAAA\"", "bad-picture",
                        "/mask_image_data_url: seen \"no PNG signature\", expected a whole PNG picture"),
                pupil("bomb", url(BOMB), "too-large",
                        "/mask_image_data_url: seen \"100000 x 100000 pixels\", expected a mask of at most 16777216 pixels"),
                pupil("JPEG data", ", \"mask_image_data_url\": \"data:image/jpeg;base64,AAAA\"", "bad-aoi",
                        "/mask_image_data_url: seen \"data:image/jpeg;base64,AAAA\", expected a data URL that begins with " + URL),

                labelMe("line", "\"shape_type\": \"line\", \"points\": [[0,0],[1,1]]",
                        "/0/shape_type: seen \"line\", expected polygon, rectangle or circle: a shape with an inside"),
                labelMe("mask", "\"shape_type\": \"mask\", \"points\": [[0,0],[1,1]], \"mask\": \"\"",
                        "/0/shape_type: seen \"mask\", expected polygon, rectangle or circle: a shape with an inside"),
                labelMe("rectangle of one point", "\"shape_type\": \"rectangle\", \"points\": [[0,0]]",
                        "/0/points: seen \"[[0,0]]\", expected two points"),
                labelMe("flat rectangle", "\"shape_type\": \"rectangle\", \"points\": [[0,0],[0,9]]",
                        "/0/points: seen \"[[0,0],[0,9]]\", expected a rectangle with a width and a height"),
                labelMe("circle without radius", "\"shape_type\": \"circle\", \"points\": [[5,5],[5,5]]",
                        "/0/points: seen \"[[5,5],[5,5]]\", expected a radius above 0"),
                labelMe("no points", "\"shape_type\": \"polygon\"",
                        "/0: seen \"{\"label\":\"a\",\"shape_type\":\"polygon\"}\", expected an object with a member \"points\""),
                json("another picture", "{\"shapes\": [], \"imageWidth\": 640, \"imageHeight\": 480}", "other-picture",
                        " at /imageWidth: seen \"640 x 480\", expected the shape of the reference image, 200 x 100, within 1 %"),
                json("a little too far off", "{\"shapes\": [], \"imageWidth\": 2021, \"imageHeight\": 1000}", "other-picture",
                        " at /imageWidth: seen \"2021 x 1000\", expected the shape of the reference image, 200 x 100, within 1 %"),
                json("picture without width", "{\"shapes\": [], \"imageWidth\": 0, \"imageHeight\": 480}", "bad-aoi",
                        " at /imageWidth: seen \"0\", expected a length of at least 1 px"),
                json("half a size", "{\"shapes\": [], \"imageHeight\": 480}", "bad-aoi",
                        " at its top: seen \"a height alone\", expected both, or neither"),

                json("no key frame", "{\"Aois\": [{\"Name\": \"a\", \"KeyFrames\": []}]}", "bad-aoi",
                        " at /Aois/0/KeyFrames: seen \"[]\", expected at least one key frame"),
                json("two vertices", "{\"Aois\": [{\"Name\": \"a\", \"KeyFrames\": [{\"Vertices\": [{\"X\": 1, \"Y\": 2}]}]}]}", "bad-aoi",
                        " at /Aois/0/KeyFrames/0/Vertices: seen \"[{\"X\":1,\"Y\":2}]\", expected at least 3 points"),
                json("Tobii's other picture", "{\"Aois\": [], \"Media\": {\"Width\": 1920, \"Height\": 1080}}", "other-picture",
                        " at /Media/Width: seen \"1920 x 1080\", expected the shape of the reference image, 200 x 100, within 1 %"),

                json("no categories", "{\"annotations\": [{\"category_id\": 1, \"bbox\": [1, 1, 2, 2]}]}", "bad-aoi",
                        " at its top: expected categories with an id and a name each"),
                json("unknown category", "{\"categories\": [{\"id\": 2, \"name\": \"a\"}],"
                        + " \"annotations\": [{\"category_id\": 1, \"bbox\": [1, 1, 2, 2]}]}", "bad-aoi",
                        " at /annotations/0/category_id: seen \"1\", expected the id of a category"),
                json("a category twice", "{\"categories\": [{\"id\": 2, \"name\": \"a\"}, {\"id\": 2, \"name\": \"b\"}],"
                        + " \"annotations\": []}", "bad-aoi", " at /categories/1/id: seen \"2\", expected an id of its own"),
                json("two images", "{\"categories\": [], \"annotations\": [], \"images\": [{\"id\": 1}, {\"id\": 2}]}", "bad-aoi",
                        " at /images/0: seen \"{\"id\":1}\", expected one image alone, or one whose file_name is reference_image"),
                coco("odd count", "[[0, 0, 1, 1, 2, 0, 7]]",
                        "/segmentation/0: seen \"[0,0,1,1,2,0,7]\", expected an even count of numbers: x, y, x, y and so on"),
                coco("two points of COCO", "[[0, 0, 1, 1]]", "/segmentation/0: seen \"[0,0,1,1]\", expected at least 3 points"),
                coco("counts too few", "{\"size\": [2, 4], \"counts\": [1, 2]}",
                        "/segmentation/counts: seen \"[1,2]\", expected counts from 0 on"
                        + " that add up to 8, the pixels of 4 x 2"),
                coco("counts too many", "{\"size\": [2, 4], \"counts\": [1, 9]}",
                        "/segmentation/counts: seen \"[1,9]\", expected counts from 0 on"
                        + " that add up to 8, the pixels of 4 x 2"),
                coco("negative count", "{\"size\": [2, 4], \"counts\": [9, -1]}",
                        "/segmentation/counts: seen \"[9,-1]\", expected counts from 0"
                        + " on that add up to 8, the pixels of 4 x 2"),
                coco("cut compressed counts", "{\"size\": [2, 4], \"counts\": \"1P\"}",
                        "/segmentation/counts: seen \"1P\", expected whole run"
                        + " lengths as the COCO API compresses them"),
                coco("two sizes", "{\"size\": [4, 8], \"counts\": [0, 32]}",
                        ": seen \"a mask of 8 x 4\", expected the size of its image, 4 x 2"),
                coco("huge mask", "{\"size\": [65535, 65536], \"counts\": []}",
                        "/segmentation/size/1: seen \"65536\", expected a whole number from 1 to 65535"),
                json("masks beyond memory", "{\"categories\": [{\"id\": 1, \"name\": \"a\"}], \"annotations\": [{\"category_id\": 1,"
                        + " \"segmentation\": {\"size\": [65535, 65535], \"counts\": []}}]}", "too-large",
                        " at /annotations/0/segmentation:"
                        + " seen \"65535 x 65535 pixels\", expected a mask of at most 16777216 pixels"),

                mask("mask bomb", "aois/a.png", BOMB, "too-large",
                        "seen \"100000 x 100000 pixels\", expected a mask of at most 16777216 pixels"),
                mask("mask without a name", "aois/ .png", BOMB, "bad-aoi",
                        "seen \" .png\", expected a file name that is not blank before .png"),
                mask("mask with a long name", "aois/" + "m".repeat(257) + ".png", BOMB, "bad-aoi",
                        "seen \"" + "m".repeat(120) + "...\", expected a file name of at most 256 characters before .png"),
                mask("mask with a line end in its name", "aois/a\n.png", BOMB, "bad-aoi",
                        "seen \"a\\u000a.png\", expected a file name without control characters such as line ends before .png"),
                mask("empty mask", "aois/a.png", new byte[0], "bad-picture",
                        "seen \"no PNG signature\", expected a whole PNG picture"),
                mask("JPEG called PNG", "aois/a.png", jpeg(), "bad-picture",
                        "seen \"a JPEG picture\", expected a whole PNG picture"));
    }

    private static byte[] jpeg() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
