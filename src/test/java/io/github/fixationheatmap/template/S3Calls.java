package io.github.fixationheatmap.template;

import io.github.fixationheatmap.store.Presigner;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes what a client's calls would need to be allowed by IAM, as S3's documentation has it for each operation. */
final class S3Calls implements ExecutionInterceptor {

    /** Operations and their action; what is not in this table must be added before it can be judged. */
    static final Map<String, String> ACTIONS = Map.of("ListObjectsV2", "s3:ListBucket", "GetObject", "s3:GetObject",
            "PutObject", "s3:PutObject", "DeleteObject", "s3:DeleteObject", "CreateMultipartUpload", "s3:PutObject",
            "UploadPart", "s3:PutObject", "CompleteMultipartUpload", "s3:PutObject", "AbortMultipartUpload", "s3:AbortMultipartUpload");

    private final Map<String, Runnable> traps = new ConcurrentHashMap<>();
    private final Set<Access> accesses = Collections.synchronizedSet(new LinkedHashSet<>());

    /** What was called so far, the buckets' names replaced by ARNs of the template. */
    List<Access> accesses(Map<String, String> bucketArns) {
        List<Access> named = new ArrayList<>();
        for (Access access : List.copyOf(accesses)) {
            String bucket = access.resource().split("/", 2)[0];
            String arn = bucketArns.getOrDefault(bucket, "arn:aws:s3:::" + bucket);
            named.add(new Access(access.action(), arn + access.resource().substring(bucket.length()), access.prefix()));
        }
        return named;
    }

    /** Has something done just before an object is read the next time. */
    void beforeReading(String key, Runnable what) {
        traps.put(key, what);
    }

    /** A presigner whose links are noted as the calls that they are, for a link can do what its signer can. */
    Presigner noting(Presigner presigner) {
        return new Presigner() {
            @Override
            public URI get(String bucket, String key, Duration lifetime) {
                accesses.add(new Access("s3:GetObject", bucket + "/" + key, null));
                return presigner.get(bucket, key, lifetime);
            }

            @Override
            public SignedPut put(Upload upload, Duration lifetime) {
                accesses.add(new Access("s3:PutObject", upload.bucket() + "/" + upload.key(), null));
                return presigner.put(upload, lifetime);
            }
        };
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        add(operation, context.request());
        Runnable trap = operation.equals("GetObject") ? traps.remove(text(context.request(), "Key")) : null;
        if (trap != null) {
            trap.run();
        }
    }

    private void add(String operation, SdkRequest request) {
        String action = ACTIONS.get(operation);
        if (action == null) {
            throw new IllegalArgumentException("which action does " + operation + " need? Add it to the table");
        }
        String bucket = text(request, "Bucket");
        if (action.equals("s3:ListBucket")) {
            accesses.add(new Access(action, bucket, text(request, "Prefix")));
            return;
        }
        String object = bucket + "/" + text(request, "Key");
        boolean ofAVersion = !text(request, "VersionId").isEmpty();
        accesses.add(new Access(ofAVersion ? action + "Version" : action, object, null));
        if (!action.equals("s3:GetObject") && !text(request, "IfMatch").isEmpty()) {
            accesses.add(new Access("s3:GetObject", object, null)); // to write or delete on a condition, S3 compares for the caller
        }
    }

    /** Who may not list a bucket is told 403 of what is not there, and IAM sees no prefix then. */
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        String action = ACTIONS.getOrDefault(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), "");
        if (action.equals("s3:GetObject") && context.exception() instanceof AwsServiceException answer && answer.statusCode() == 404) {
            accesses.add(new Access("s3:ListBucket", text(context.request(), "Bucket"), null));
        }
    }

    private static String text(SdkRequest request, String field) {
        return request.getValueForField(field, String.class).orElse("");
    }
}
