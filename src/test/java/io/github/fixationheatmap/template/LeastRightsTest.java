package io.github.fixationheatmap.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.fixationheatmap.lambda.ApiStack;
import io.github.fixationheatmap.lambda.StudyStack;
import io.github.fixationheatmap.lambda.TestStack;
import io.github.fixationheatmap.local.EmbeddedS3;
import io.github.fixationheatmap.store.S3ObjectStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a function's role allows is what the function's calls need, neither more nor less: the calls are recorded while the real handlers
 * work on drops and requests of every kind, and the rights are read from the template.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class LeastRightsTest {

    private enum Role {
        DROPS("DropFunctionRole"),
        API("ApiFunctionRole"),
        STUDIES("StudyFunctionRole");

        private final String id;

        Role(String id) {
            this.id = id;
        }
    }

    private static final Template TEMPLATE = Template.with(Map.of());
    private static final String RESULTS = TEMPLATE.bucketArn("ResultsBucket");
    private final Map<Role, List<Access>> callsOf = new EnumMap<>(Role.class);

    @BeforeAll
    void recordCalls() {
        S3Calls ofDrops = new S3Calls();
        S3Calls ofApi = new S3Calls();
        S3Calls ofStudies = new S3Calls();
        try (EmbeddedS3 server = EmbeddedS3.start();
                S3Client drops = server.watchedBy(ofDrops);
                S3Client client = server.watchedBy(ofApi);
                S3Client studies = server.watchedBy(ofStudies)) {
            TestStack stack = new TestStack(server, drops);
            try (ApiStack api = new ApiStack(stack, client, "", ofApi::noting)) {
                EveryCall.dropsOfEveryKind(stack);
                EveryCall.vanishingDrop(stack, ofDrops);
                EveryCall.requestsOfEveryKind(stack, api);
                EveryCall.vanishingAsk(stack, api, ofApi);
            }
            EveryStudy.call(new StudyStack(stack, studies), ofStudies);
            Map<String, String> arns = Map.of(stack.drops, TEMPLATE.bucketArn("DropBucket"), stack.results, RESULTS);
            callsOf.put(Role.DROPS, ofDrops.accesses(arns));
            callsOf.put(Role.API, ofApi.accesses(arns));
            callsOf.put(Role.STUDIES, ofStudies.accesses(arns));
        }
    }

    /** What is wrong with grants, given the calls that are made. */
    private static List<String> findings(List<Grant> grants, List<Access> calls) {
        List<String> findings = new ArrayList<>();
        calls.stream().filter(c -> grants.stream().noneMatch(g -> g.allows(c))).forEach(c -> findings.add("less: nothing allows " + c));
        for (Grant grant : grants) {
            List<Access> used = calls.stream().filter(grant::allows).toList();
            if (used.isEmpty()) {
                findings.add("more: nothing needs " + grant);
                continue;
            }
            if (used.stream().map(a -> a.resource().split("/", 2)[0]).distinct().count() > 1) {
                findings.add("more: both buckets, " + grant);
            }
            narrower(grant.resource(), used.stream().map(Access::resource))
                    .ifPresent(n -> findings.add("more: " + n + " would do, " + grant));
            if (grant.prefix() != null) {
                narrower(grant.prefix(), used.stream().map(a -> String.valueOf(a.prefix())))
                        .ifPresent(n -> findings.add("more: " + n + " would do, " + grant));
            }
        }
        return findings;
    }

    private static Optional<String> narrower(String pattern, Stream<String> used) {
        String narrowest = Star.narrowest(used.toList());
        if (pattern.startsWith(RESULTS + "/")) {
            narrowest = folderOf(narrowest); // never a file's name, so that a new output needs no new right
        }
        return pattern.equals(narrowest) ? Optional.empty() : Optional.of(narrowest);
    }

    /** All that is in the folder of a pattern, which may end in the middle of a name. */
    private static String folderOf(String pattern) {
        String beforeStar = pattern.split("\\*", 2)[0];
        return beforeStar.substring(0, beforeStar.lastIndexOf('/') + 1) + "*";
    }

    private static List<Grant> s3(List<Grant> grants) {
        return grants.stream().filter(g -> g.action().startsWith("s3:")).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theRoleAllowsWhatTheCallsNeedNeitherMoreNorLess(Role role) {
        List<Access> calls = callsOf.getOrDefault(role, List.of());
        List<Grant> grants = s3(Grant.of(TEMPLATE, role.id));
        assertThat(findings(grants, calls)).isEmpty();

        for (Grant grant : grants) {
            List<Grant> fewer = grants.stream().filter(g -> !g.equals(grant)).toList();
            assertThat(findings(fewer, calls)).as("without " + grant).anyMatch(f -> f.startsWith("less"));
            for (Grant wider : List.of(
                    new Grant(grant.sid(), grant.action() + "Acl", grant.resource(), grant.prefix()),
                    new Grant(grant.sid(), "s3:*", grant.resource(), grant.prefix()),
                    new Grant(grant.sid(), grant.action(), "arn:aws:s3:::stack-*", grant.prefix()))) {
                List<Grant> more = Stream.concat(grants.stream(), Stream.of(wider)).toList();
                assertThat(findings(more, calls)).as("with " + wider).anyMatch(f -> f.startsWith("more"));
            }
        }
        System.out.println(role.id + ": " + calls.size() + " different calls need " + grants.size() + " grants");
    }

    @ParameterizedTest
    @EnumSource
    void rightsOnResultsNameNoFileAndReachNoOldVersion(Role role) {
        List<Grant> onResults = s3(Grant.of(TEMPLATE, role.id)).stream().filter(g -> g.resource().startsWith(RESULTS)).toList();
        List<String> actions = new ArrayList<>(List.of("s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"));
        if (role == Role.STUDIES) {
            actions.add("s3:AbortMultipartUpload"); // no other function uploads in parts
        }
        assertThat(onResults).extracting(Grant::action).containsExactlyInAnyOrderElementsOf(actions);
        assertThat(onResults).filteredOn(g -> !g.action().equals("s3:ListBucket")).allSatisfy(g -> {
            assertThat(g.resource()).isEqualTo(folderOf(g.resource()));
            Grant ofOneFile = new Grant(g.sid(), g.action(), g.resource() + "/error.json", null);
            assertThat(findings(List.of(ofOneFile), callsOf.getOrDefault(role, List.of()))).anyMatch(f -> f.startsWith("more"));
        });
    }

    @Test
    void everyFunctionHasARoleOfItsOwnThatIsCheckedHere() {
        Set<String> roles = new TreeSet<>();
        TEMPLATE.resources("AWS::Serverless::Function")
                .forEach((id, function) -> assertThat(roles.add(function.at("/Properties/Role").asText())).as(id).isTrue());
        List<String> ofFunctions = Stream.of(Role.values()).map(r -> r.id).toList();
        assertThat(roles).containsExactlyInAnyOrderElementsOf(ofFunctions.stream().map(r -> r + ".Arn").toList());
        assertThat(TEMPLATE.resources("AWS::IAM::Role").keySet()).filteredOn(r -> r.contains("Function"))
                .containsExactlyInAnyOrderElementsOf(ofFunctions);
    }

    @Test
    void beyondS3TheFunctionsWriteTheirLogsAndOneTakesFromItsQueues() {
        assertThat(beyondS3(TEMPLATE, Role.DROPS)).containsExactlyInAnyOrder(
                "sqs:ReceiveMessage DropQueue.Arn", "sqs:DeleteMessage DropQueue.Arn", "sqs:GetQueueAttributes DropQueue.Arn",
                "sqs:ReceiveMessage RetryQueue.Arn", "sqs:DeleteMessage RetryQueue.Arn", "sqs:GetQueueAttributes RetryQueue.Arn",
                "logs:CreateLogStream DropFunctionLogs.Arn", "logs:PutLogEvents DropFunctionLogs.Arn");
        assertThat(beyondS3(TEMPLATE, Role.API)).containsExactlyInAnyOrder(
                "logs:CreateLogStream ApiFunctionLogs.Arn", "logs:PutLogEvents ApiFunctionLogs.Arn");
        assertThat(beyondS3(TEMPLATE, Role.STUDIES)).containsExactlyInAnyOrder(
                "logs:CreateLogStream StudyFunctionLogs.Arn", "logs:PutLogEvents StudyFunctionLogs.Arn");
    }

    /** Names of buckets are the world's: one that was deleted may be another account's tomorrow. */
    @Test
    void bucketsOfOtherAccountsAreOutOfReach() {
        List<JsonNode> ofBuckets = TEMPLATE.resources("AWS::IAM::Role").values().stream()
                .flatMap(r -> r.at("/Properties/Policies").findValues("Statement").stream()).flatMap(JsonNode::valueStream)
                .filter(s -> s.path("Action").toString().contains("s3:")).toList();
        assertThat(ofBuckets).hasSizeGreaterThan(10).allSatisfy(s -> assertThat(s.path("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"aws:ResourceAccount\":\"123456789012\"}}"));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyOfOnesOwnMayBeUsedByEachFunction(Role role) {
        String key = "arn:aws:kms:eu-central-1:123456789012:key/1";
        Set<String> more = new TreeSet<>(beyondS3(Template.with(Map.of("KmsKeyArn", key)), role));
        more.removeAll(beyondS3(TEMPLATE, role));
        assertThat(more).containsExactly("kms:Decrypt " + key, "kms:GenerateDataKey " + key);
    }

    private static List<String> beyondS3(Template template, Role role) {
        return Grant.of(template, role.id).stream().filter(g -> !g.action().startsWith("s3:"))
                .map(g -> g.action() + " " + g.resource()).toList();
    }

    /** The runs above could miss a call that the code has: the actions of all that the store's classes call were seen. */
    @Test
    void noCallOfTheStoreIsLeftOut() {
        Set<String> called = new TreeSet<>();
        ClassFileImporter product = new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS));
        for (JavaClass c : product.importPackagesOf(S3ObjectStore.class)) {
            c.getMethodCallsFromSelf().stream().filter(m -> m.getTargetOwner().isEquivalentTo(S3Client.class))
                    .map(m -> m.getTarget().getName()).filter(m -> !m.equals("builder"))
                    .map(m -> m.replace("Paginator", "")).map(m -> m.substring(0, 1).toUpperCase(Locale.ROOT) + m.substring(1))
                    .forEach(operation -> called.add(S3Calls.ACTIONS.getOrDefault(operation, "of unknown action: " + operation)));
        }
        Set<String> seen = new TreeSet<>();
        callsOf.values().forEach(calls -> calls.forEach(a -> seen.add(a.action())));
        assertThat(called).isNotEmpty();
        assertThat(seen).containsAll(called);
    }
}
