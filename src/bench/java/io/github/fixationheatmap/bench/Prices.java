package io.github.fixationheatmap.bench;

import java.util.Map;

/**
 * AWS's list prices in us-east-1 in US dollars, without any free tier. Taken over on {@value #DATE}, and not compared with AWS's own pages.
 */
final class Prices {

    static final String DATE = "2026-11-23";
    static final Map<String, Double> GB_SECOND = Map.of("x86_64", 0.0000166667, "arm64", 0.0000133334);
    static final double INVOCATION = 0.20 / 1e6;
    static final double PUT_OR_LIST = 0.005 / 1e3;
    static final double GET = 0.0004 / 1e3;
    static final double SQS_REQUEST = 0.40 / 1e6;

    private Prices() {}

    /** What S3 asks for one request of this name; deleting is free. */
    static double ofS3(String operation) {
        return switch (operation) {
            case "PutObject", "ListObjectsV2" -> PUT_OR_LIST;
            case "GetObject" -> GET;
            case "DeleteObject" -> 0;
            default -> throw new IllegalArgumentException("what does " + operation + " cost?");
        };
    }

    /** Lambda's part: time is billed by the ms; that a start is billed as well is assumed, which is the dearer way. */
    static double ofLambda(String architecture, int memoryMb, double ms) {
        return INVOCATION + GB_SECOND.getOrDefault(architecture, Double.NaN) * memoryMb / 1024.0 * Math.ceil(ms) / 1000;
    }
}
