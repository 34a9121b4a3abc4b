package io.github.fixationheatmap.lambda;

import static io.github.fixationheatmap.lambda.TestExport.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fixationheatmap.local.EmbeddedS3Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.S3Client;

/** An incomplete drop keeps no error of files that no longer exist, and says which of its files have perhaps the wrong names. */
class WaitingDropTest {

    @RegisterExtension
    static final EmbeddedS3Extension S3 = new EmbeddedS3Extension();

    @Test
    void anErrorOfReplacedFilesIsDeleted() {
        TestStack stack = new TestStack(S3.server());
        Map<String, byte[]> files = TestExport.files();
        stack.drop("inbox/k/fixations.csv", text("section id,recording id,fixation id,fixation on face\n"));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        stack.drop("inbox/k/fixations.csv", files.getOrDefault("fixations.csv", new byte[0]));
        assertThat(stack.resultKeys()).isEmpty();
        assertThat(stack.log()).containsPattern("waiting for reference_image.*\"ms\":(0\\.[1-9]|[1-9])");
        stack.drop("inbox/k/reference_image.png", files.getOrDefault("reference_image.png", new byte[0]));
        assertThat(stack.resultKeys()).contains("k/manifest.json").doesNotContain("k/error.json");
    }

    @Test
    void earlierResultsStay() {
        TestStack stack = new TestStack(S3.server());
        TestExport.under("inbox/k/", TestExport.files()).forEach(stack::drop);
        Map<String, byte[]> before = stack.allResults();
        stack.remove("inbox/k/reference_image.png");
        stack.drop("inbox/k/fixations.csv", text("section id,recording id,fixation id,fixation on face\n"));
        assertThat(stack.resultKeys()).contains("k/error.json", "k/manifest.json");
        stack.drop("inbox/k/fixations.csv", TestExport.files().getOrDefault("fixations.csv", new byte[0]));
        assertThat(stack.allResults()).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void aDropThatWaitsBesideAMisnamedFileSaysSoUntilItIsDone() {
        TestStack stack = new TestStack(S3.server());
        Map<String, byte[]> files = TestExport.files();
        byte[] fixations = files.getOrDefault("fixations.csv", new byte[0]);
        stack.drop("inbox/k/reference_image.JPG", files.getOrDefault("reference_image.png", new byte[0]));
        stack.drop("inbox/k/kitchen.json", text("{}"));
        stack.drop("inbox/k/Fixations.csv", fixations);
        assertThat(stack.resultKeys()).containsExactly("k/waiting.json");
        JsonNode waiting = stack.json("k/waiting.json");
        assertThat(waiting.path("detail").asText()).isEqualTo("This drop waits for fixations.csv and reference_image.jpeg, .jpg or .png; "
                + "Fixations.csv is not read: its name should be fixations.csv, to the letter; "
                + "kitchen.json is not read: if it holds areas of interest, name it aois.json; "
                + "reference_image.JPG is not read: its name should be reference_image.jpg, to the letter.");
        assertThat(waiting.path("waitingFor").toString()).isEqualTo("[\"fixations.csv\",\"reference_image.jpeg, .jpg or .png\"]");
        assertThat(waiting.path("found").toString()).isEqualTo("[{\"name\":\"Fixations.csv\",\"meant\":\"fixations.csv\"},"
                + "{\"name\":\"kitchen.json\",\"meant\":\"aois.json\"},"
                + "{\"name\":\"reference_image.JPG\",\"meant\":\"reference_image.jpg\"}]");

        stack.drop("inbox/k/fixations.csv", fixations);
        assertThat(stack.json("k/waiting.json").path("found").findValuesAsText("name"))
                .containsExactly("kitchen.json", "reference_image.JPG");
        stack.drop("inbox/k/reference_image.png", files.getOrDefault("reference_image.png", new byte[0]));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(TestStack.five("k/"));
        assertThat(stack.json("k/manifest.json").path("warnings").findValuesAsText("detail"))
                .containsExactly("kitchen.json is not read: if it holds areas of interest, name it aois.json.");
    }

    @Test
    void anErrorTakesThePlaceOfWhatWasWaitedFor() {
        TestStack stack = new TestStack(S3.server());
        stack.drop("inbox/k/fixations.xlsx", text("x"));
        assertThat(stack.json("k/waiting.json").path("detail").asText())
                .endsWith("; fixations.xlsx is not read: it should be fixations.csv, in that format and not only by its name.");
        stack.drop("inbox/k/fixations.csv", text("x\n"));
        assertThat(stack.resultKeys()).containsExactly("k/error.json");
        stack.remove("inbox/k/fixations.csv");
        stack.handle(stack.event("inbox/k/fixations.xlsx"));
        assertThat(stack.resultKeys()).containsExactly("k/waiting.json");
    }

    @Test
    void anotherEventOfTheSameFilesWritesNothing() {
        List<String> written = new ArrayList<>();
        try (S3Client counting = S3.server().watchedBy(new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
                if (operation.startsWith("Put") || operation.startsWith("Delete")) {
                    written.add(operation);
                }
            }
        })) {
            TestStack stack = new TestStack(S3.server(), counting);
            stack.drop("inbox/k/Fixations.csv", text("x"));
            stack.handle(stack.event("inbox/k/Fixations.csv"));
            assertThat(written).containsExactly("PutObject");
        }
    }

    @Test
    void aFolderThatIsProbablyNoExportGetsNothing() {
        TestStack stack = new TestStack(S3.server());
        stack.upload("inbox/k/IMG_1234.jpg", text("x"));
        stack.drop("inbox/k/kitchen.json", text("{}"));
        assertThat(stack.resultKeys()).isEmpty();
    }

    @Test
    void aFolderThatIsProbablyNoExportLeavesTheErrorOfAZipOfItsName() {
        TestStack stack = new TestStack(S3.server());
        stack.drop("inbox/kitchen.zip", text("no zip"));
        Map<String, byte[]> before = stack.allResults();
        assertThat(before).containsOnlyKeys("kitchen/error.json");
        stack.drop("inbox/kitchen/notes.json", text("{}"));
        assertThat(stack.allResults()).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(stack.log()).contains("waiting for fixations.csv");
    }

    @Test
    void optionsBesideNoZipLeaveTheErrorOfAFolderOfItsName() {
        TestStack stack = new TestStack(S3.server());
        stack.drop("inbox/kitchen/fixations.csv", text("x\n"));
        Map<String, byte[]> before = stack.allResults();
        assertThat(before).containsOnlyKeys("kitchen/error.json");
        stack.drop("inbox/kitchen.heatmap.json", text("{}"));
        assertThat(stack.allResults()).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(stack.log()).contains("waiting for kitchen.zip");
    }

    @Test
    void foldersWithWrongNamesAreToldOf() {
        TestStack stack = new TestStack(S3.server());
        byte[] image = TestExport.files().getOrDefault("reference_image.png", new byte[0]);
        stack.drop("inbox/k/Fixations/P01.csv", TestExport.files().getOrDefault("fixations.csv", new byte[0]));
        stack.upload("inbox/k/Fixations/P02.csv", text("x"));
        assertThat(stack.resultKeys()).as("perhaps no export at all").isEmpty();
        stack.drop("inbox/k/reference_image.png", image);
        assertThat(stack.json("k/waiting.json").path("detail").asText()).isEqualTo("This drop waits for fixations.csv; "
                + "Fixations/ is not read: its name should be fixations/, to the letter.");
        stack.drop("inbox/k/fixations.csv", TestExport.files().getOrDefault("fixations.csv", new byte[0]));
        assertThat(stack.json("k/manifest.json").path("warnings")).isEmpty();
        stack.drop("inbox/k/Aois/mug.png", image);
        assertThat(stack.json("k/manifest.json").path("warnings").findValuesAsText("detail"))
                .containsExactly("Aois/ is not read: its name should be aois/, to the letter.");
    }

    @Test
    void anExportInAFolderOfSuchANameIsADropOfItsOwn() {
        TestStack stack = new TestStack(S3.server());
        stack.drop("inbox/k/reference_image.png", TestExport.files().getOrDefault("reference_image.png", new byte[0]));
        stack.drop(TestExport.under("inbox/k/Fixations/", TestExport.files()));
        stack.drop("inbox/k/Fixations/P01.csv", text("x"));
        assertThat(stack.resultKeys()).containsExactlyElementsOf(TestStack.five("k/Fixations/"));
    }
}
