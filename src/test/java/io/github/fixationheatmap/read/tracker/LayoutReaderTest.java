package io.github.fixationheatmap.read.tracker;

import static io.github.fixationheatmap.read.tracker.TablesOf.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fixationheatmap.options.TrackerOptions;
import io.github.fixationheatmap.problem.ProblemException;
import io.github.fixationheatmap.read.tracker.TablesOf.Read;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each layout with rows that were written out by hand. The image is 200 x 100 px. */
class LayoutReaderTest {

    private static final String STUDIO = String.join("\t", "ParticipantName", "RecordingName", "MediaName", "MediaWidth", "MediaHeight",
            "RecordingTimestamp", "FixationIndex", "SaccadeIndex", "GazeEventType", "GazeEventDuration", "FixationPointX (MCSpx)",
            "FixationPointY (MCSpx)", "[Question]Value") + "\n";

    private static String studio(String... rows) {
        return STUDIO + String.join("\n", rows).replace(' ', '\t') + "\n";
    }

    @Test
    void rowsOfTobiiStudioAreMerged() {
        Read read = read("{}", studio(
                "P1 R1 a.png 400 200 10  1 Saccade 20   anna",
                "P1 R1 a.png 400 200 30 1  Fixation 33 100 50 anna",
                "P1 R1 a.png 400 200 47 1  Fixation 33 100 50 anna",
                "P1 R1     1   33   ",
                "P1 R1 a.png 400 200 63 2  Fixation 17   anna",
                "P1 R1 b.png 400 200 80 3  Fixation 17 1 1 anna".replace("b.png", "a.png"),
                "P2 R1 a.png 400 200 5 1  Fixation 50 500 50 anna"));
        assertThat(read.type()).isEqualTo("tobii-studio");
        assertThat(read.durations()).isEqualTo("GazeEventDuration");
        assertThat(read.fixations()).containsExactly("P1 / R1|section|1|30+33|50,25", "P1 / R1|section|2|63+17|NOT_MAPPED",
                "P1 / R1|section|3|80+17|0.5,0.5", "P2 / R1|section|1|5+50|250,25");
        assertThat(read.reading().stimulus()).contains("a.png");
        assertThat(read.reading().assumed()).hasSize(1).first().asString().contains("400 x 200 px");
        assertThat(read.reading().warnings()).isEmpty();
    }

    @Test
    void otherStimuliAreLeftOut() {
        String rows = studio("P1 R1 a.png 400 200 30 1  Fixation 33 100 50 x", "P1 R1 b.png 400 300 60 2  Fixation 33 100 50 x",
                "P1 R1 b.png 400 300 90 3  Fixation 33   x", "P1 R1    99 4  Fixation 33   x", "P1 R1    120 5  Fixation 33 1 1 x");
        assertThat(read("{\"stimulus\": \"b.png\"}", rows).fixations()).extracting(f -> f.substring(f.lastIndexOf('|') + 1))
                .containsExactly("OTHER_STIMULUS", "50,16.666667", "NOT_MAPPED", "OTHER_STIMULUS", "OTHER_STIMULUS");
        assertThat(read("{\"stimulus\": \"b.png\"}", rows).reading().warnings()).extracting(w -> w.type()).containsExactly("media-ratio");
        fails("{}", rows, "heatmap.json at /stimulus: expected the stimulus that the image shows, because the table has several: a.png,"
                + " b.png");
        fails("{\"stimulus\": \"c.png\"}", rows, "heatmap.json at /stimulus: seen \"c.png\", expected a stimulus of the table: a.png,"
                + " b.png");
    }

    @Test
    void rowsOfAFixationLieTogetherAndAgree() {
        fails("{}", studio("P1 R1 a.png 400 200 30 1  Fixation 33 100 50 anna", "P1 R1 a.png 400 200 60 2  Fixation 33 100 50 anna",
                "P1 R1 a.png 400 200 90 1  Fixation 33 100 50 anna"), "fixations.csv, line 4, column 7 \"FixationIndex\": seen \"1\","
                        + " expected the rows of each fixation together, and from fixation to fixation a larger id");
        fails("{}", studio("P1 R1 a.png 400 200 30 1  Fixation 33 100 50 anna", "P1 R1 a.png 400 200 60 1  Fixation 33 100 51 anna"),
                "fixations.csv, line 3, column 12 \"FixationPointY (MCSpx)\": seen \"51\", expected the place that the fixation has in the"
                        + " rows from line 2 on");
    }

    @Test
    void cellsThatNoLayoutNamesReachNoError() {
        assertThatThrownBy(() -> read("{}", studio("P1 R1 a.png 400 200 30 1  Fixation anna 100 50"
                + " anna"))).isInstanceOf(ProblemException.class)
                .hasMessageContaining("GazeEventDuration").hasMessageNotContaining("anna");
        assertThatThrownBy(() -> read("{}", studio("P1 R1 a.png 400 200 30 1  Fixation 33 100 50 anna anna")))
                .isInstanceOf(ProblemException.class).hasMessageNotContaining("anna");
    }

    @ParameterizedTest
    @CsvSource({"183,1000,183", "183000,1000,183"})
    void aBareTimestampIsMsOrMicroseconds(String time, String recording, String ms) {
        String header = "Recording timestamp\tSensor\tParticipant name\tRecording name\tRecording duration\tPresented Stimulus name\t"
                + "Eye movement type\tGaze event duration\tEye movement type index\tFixation point X (MCSnorm)\tFixation point Y"
                + " (MCSnorm)\n";
        String row = "\tEye Tracker\tP1\tR1\t" + recording + "\tshelf\tFixation\t200\t1\t0.25\t0.5\n";
        assertThat(read("{}", header + time + row).fixations()).containsExactly("P1 / R1|section|1|" + ms + "+200|50,50");
        fails("{}", header + "1" + row.replace(recording, ""), "heatmap.json at /layout: expected in the option layout the unit of times,"
                + " \"time\": \"ns\", \"us\", \"ms\" or \"s\", because the column \"Recording timestamp\" does not tell it");
        String named = header.replace("Recording timestamp", "Recording timestamp [μs]");
        assertThat(read("{}", named + "5000" + row).fixations()).containsExactly("P1 / R1|section|1|5+200|50,50");
    }

    @Test
    void tobiiProLabOnAScreenTakesOffWhereTheStimulusStood() {
        String table = "Recording timestamp [ms],Participant name,Recording name,Presented Media name,Presented Media width [px],"
                + "Presented Media height [px],Presented Media position X [DACS px],Presented Media position Y [DACS px],Eye movement type,"
                + "Eye movement event duration [ms],Eye movement type index,Fixation point X [DACS px],Fixation point Y [DACS px]\n"
                + "10,P1,R1,a,100,50,300,200,Fixation,20,1,325,210\n15,P1,R1,a,100,50,300,200,Fixation,20,1,325,210\n"
                + "30,P1,R1,a,100,50,300,200,Saccade,20,1,,\n50,P1,R1,a,100,50,300,200,Fixation,20,2,250,210\n";
        assertThat(read("{}", table).fixations()).containsExactly("P1 / R1|section|1|10+20|50,20", "P1 / R1|section|2|50+20|-100,20");
    }

    @Test
    void tobiiGlassesHaveAColumnForEachSnapshot() {
        String table = "Recording timestamp\tSensor\tParticipant name\tRecording name\tRecording duration\tMapped eye movement type"
                + " [shelf]\t"
                + "Mapped eye movement type index [shelf]\tMapped fixation X [shelf]\tMapped fixation Y [shelf]\tEye movement type\t"
                + "Gaze event duration\n1\tEye\tP1\tR1\t5000\tFixation\t1\t20\t30\tFixation\t40\n2\tMouse\tP1\tR1\t5000\t\t\t\t\t\t\n"
                + "41\tEye\tP1\tR1\t5000\tFixation\t2\t\t\tFixation\t40\n";
        assertThat(read("{}", table).fixations()).containsExactly("P1 / R1|section|1|1+40|20,30", "P1 / R1|section|2|41+40|NOT_MAPPED");
        String two = table.replace("Gaze event duration", "Gaze event duration\tMapped eye movement type [door]")
                .replace("\t40\n", "\t40\t\n").replace("\t\t\t\n", "\t\t\t\t\n");
        fails("{}", two, "heatmap.json at /stimulus: expected the stimulus that the image shows, because the table has several:"
                + " shelf, door");
        assertThat(read("{\"stimulus\": \"shelf\"}", two).fixations()).hasSize(2);
    }

    private static final String GAZEPOINT = "MEDIA_ID,MEDIA_NAME,CNT,TIME(2019/11/18 23:50:04.582),FPOGX,FPOGY,FPOGS,FPOGD,FPOGID,FPOGV,"
            + "USER,AOI,SACCADE_MAG,SACCADE_DIR,\n"
            + "0,a,1,0,0.5,0.5,0.1,0.1,1,1,,,0,0,\n0,a,2,0,0.5,0.5,0.1,0.25,1,1,,,0,0,\n0,a,3,0,0.9,0.9,0.1,0.3,1,0,,,0,0,\n"
            + "0,a,4,0,0.6,0.5,0.5,0.25,2,1,,,80,0,\n0,a,5,0,0.6,0.7,0.9,0.25,3,1,,,120,90,\n"
            + "1,a,6,0,0.25,0.5,0.1,0.1,1,1,,,0,0,\n";

    @Test
    void gazepointNeedsAPlacement() {
        assertThat(read("{\"placement\": \"screen\"}", GAZEPOINT).fixations()).containsExactly("file|0|1|100+250|100,50",
                "file|0|2|500+250|120,50", "file|0|3|900+250|120,70", "file|1|1|100+100|50,50");
        Read center = read("{\"placement\": \"center\"}", GAZEPOINT);
        assertThat(center.fixations()).first().asString().endsWith("|100,50");
        assertThat(center.fixations().get(1)).endsWith("|180,50");
        assertThat(center.reading().assumed()).first().isEqualTo("The screen was computed from the lengths of saccades: 800 x 600 px.");
        String placed = "{\"placement\": {\"x\": 400, \"y\": 300, \"width\": 400, \"height\": 200}, \"screen\": {\"width\": 800,"
                + " \"height\": 600}}";
        assertThat(read(placed, GAZEPOINT).fixations().get(2)).endsWith("|40,60");
        assertThat(read("{\"placement\": \"screen\"}", GAZEPOINT.replace(',', ';').replace('.', ',').replace(";1;;", ";1,0;;")).fixations())
                .isEqualTo(read("{\"placement\": \"screen\"}", GAZEPOINT).fixations());
        fails("{}", GAZEPOINT, "heatmap.json at /placement: expected where on the screen the image stood, because the table tells"
                + " places on the"
                + " screen: \"screen\" if it filled it, \"center\" if it stood in the middle in its own size, or its x, y, width"
                + " and height in px");
        fails("{\"placement\":"
                + " \"center\"}", GAZEPOINT.replace(",120,90", ",300,90").replace(",80,0,", ",300,0,").replace("0.6,0.7", "0.6,0.5"),
                "heatmap.json at /screen: expected the size of the screen in px, such as {\"width\": 1920, \"height\": 1080}, which"
                        + " the table"
                        + " does not tell");
        fails("{\"placement\": {\"x\": 900, \"y\": 0, \"width\": 10, \"height\": 5}, \"screen\": {\"width\": 800, \"height\":"
                + " 600}}", GAZEPOINT,
                "heatmap.json at /placement: seen \"10 x 5 px at x = 900, y = 0\", expected a rectangle that lies on the screen of"
                        + " 800 x 600 px");
    }

    @Test
    void eachRowOfEyeLinkIsAFixation() {
        String table = "RECORDING_SESSION_LABEL\tTRIAL_INDEX\tCURRENT_FIX_X\tCURRENT_FIX_Y\tCURRENT_FIX_PUPIL\tCURRENT_FIX_DURATION\n"
                + "s1\t1\t10,5\t20\t900\t183.0\ns1\t1\t-1093\t20\t900\t100\ns1\t2\t.\t.\t.\t100\ns2\t1.0\t1\t2\t.\t7\n"
                .replace("183.0", "183,0").replace("1.0\t", "1,0\t");
        Read read = read("{}", table);
        assertThat(read.fixations()).containsExactly("s1|1|1|0+183|10.5,20", "s1|1|2|183+100|-1093,20", "s1|2|1|0+100|NOT_MAPPED",
                "s2|1|1|0+7|1,2");
        assertThat(read.reading().warnings()).extracting(w -> w.type()).containsExactly("no-start", "placement-assumed");
        assertThat(read("{\"screen\": {\"width\": 200, \"height\": 100}}", table).reading().warnings()).hasSize(1);
        String screen = "\"screen\": {\"width\": 400, \"height\": 400}";
        fails("{" + screen + "}", table, "heatmap.json at /placement: expected where on the screen the image stood");
        assertThat(read("{\"placement\": \"center\", " + screen + "}", table).fixations().get(3)).endsWith("|-99,-148");
        assertThat(read("{\"placement\": \"screen\", " + screen + "}", table).fixations().get(3)).endsWith("|0.5,0.5");
    }

    @Test
    void aPointOrADashNamesNeitherStimulusNorRecording() {
        String table = """
                RECORDING_SESSION_LABEL,TRIAL_INDEX,CURRENT_FIX_X,CURRENT_FIX_Y,CURRENT_FIX_DURATION,image
                s1,1,1,2,30,.
                -,1,3,4,30,a.png
                .,-,5,6,30,a.png
                """;
        assertThat(read("{\"layout\": {\"stimulus\": \"image\"}}", table).fixations()).containsExactly("s1|1|1|0+30|OTHER_STIMULUS",
                "file|1|1|0+30|3,4", "file|section|1|0+30|5,6");
    }

    /** Of Tobii Pro Lab only the time stamp may be in any unit, and of Gazepoint a place is always one on the screen. */
    @Test
    void whatAProgramAlwaysMeansStays() {
        String lab = "Recording timestamp\tEye movement type\tEye movement type index\tGaze event duration\tFixation point X (MCSnorm)\t"
                + "Fixation point Y (MCSnorm)\n250000\tFixation\t1\t60\t0.5\t0.5\n";
        assertThat(read("{\"layout\": {\"time\": \"us\"}}", lab).fixations()).containsExactly("file|section|1|250+60|100,50");
        assertThat(read("{\"layout\": {\"time\": \"us\", \"duration\": \"Gaze event duration\"}}", lab).fixations())
                .containsExactly("file|section|1|250+0.060|100,50");
        String gazepoint = "MEDIA_ID,FPOGX,FPOGY,FPOGS,FPOGD,FPOGID,FPOGV\n0,0.5,0.5,1,0.1,1,1\n";
        fails("{\"layout\": {\"x\": \"FPOGX\", \"unit\": \"normalized\"}}", gazepoint, "heatmap.json at /placement: expected where");
    }

    @Test
    void theExamplesOfTheDocumentationAreOptions() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "trackers.md"));
        List<String> examples = Pattern.compile("(?s)```json\n(.*?)```").matcher(page).results().map(m -> m.group(1)).toList();
        assertThat(examples).hasSize(5).allSatisfy(example -> assertThat(TablesOf.setup(example).options()).isNotEqualTo(
                TrackerOptions.PUBLISHED));
        String table = ",eye,tStart,tEnd,duration,xAvg,yAvg,pupilAvg,stimuliName,name\n0,R,10,40,30,50,20,900,tigerair.png,P01\n";
        assertThat(read(examples.getLast(), table).fixations()).containsExactly("P01|section|1|10+30|50,20");
    }

    @Test
    void pupilPlayerCountsFromTheBottom() {
        String table = "world_timestamp,world_index,fixation_id,start_timestamp,duration,dispersion,norm_pos_x,norm_pos_y,x_scaled,"
                + "y_scaled,on_surf\n9.1,10,4,9.0625,150.5,1,0.25,0.75,0,0,True\n9.2,11,4,9.0625,150.5,1,0.75,0.75,0,0,True\n"
                + "9.2,11,5,9.25,100,1,0.5,1.5,0,0,False\n";
        assertThat(read("{}", table).fixations()).containsExactly("file|section|4|9062.500+150.500|100,25",
                "file|section|5|9250+100|100,-50");
        fails("{\"placement\": \"screen\"}", table, "heatmap.json at /placement: expected null, because the table tells places on"
                + " the stimulus"
                + " and not on the screen");
    }

    @Test
    void aLayoutNamesTheColumnsOfAnyTable() {
        String options = "{\"layout\": {\"x\": \"xAvg\", \"y\": \"yAvg\", \"start\": \"tStart\", \"end\": \"tEnd\", \"duration\":"
                + " \"duration\","
                + " \"time\": \"ms\", \"recording\": \"name\", \"stimulus\": \"stimuliName\"}, \"stimulus\": \"tigerair.png\"}";
        String table = """
                ,eye,tStart,tEnd,duration,xAvg,yAvg,pupilAvg,stimuliName,name
                1,L,100,350,251,20.5,30,3,tigerair.png,Anna
                2,L,400,450,51,20.5,30,3,other.png,Anna
                """;
        assertThat(read(options, table).fixations()).containsExactly("Anna|section|1|100+250|20.5,30",
                "Anna|section|2|400+50|OTHER_STIMULUS");
        assertThat(read(options, table).durations()).isEqualTo("end - start");
        fails(options.replace("xAvg", "xAvgg"), table, "fixations.csv, line 1: expected a column \"xAvgg\"; the nearest are xAvg, yAvg");
        fails("{}", table, "Its columns are: eye, tStart, tEnd, duration, xAvg, yAvg, pupilAvg, stimuliName, name");
        fails(options.replace("\"time\": \"ms\", ", ""), table, "heatmap.json at /layout: expected in the option layout the unit of times");
    }

    @Test
    void aLayoutLiesOverTheOneThatTheHeaderTells() {
        String options = "{\"layout\": {\"recording\": \"subject\", \"fixationPer\": [\"block\", \"n\"], \"take\": \"mean\"}}";
        String table = """
                subject,block,n,TRIAL_INDEX,CURRENT_FIX_X,CURRENT_FIX_Y,CURRENT_FIX_START,CURRENT_FIX_DURATION
                A,1,1,1,10,10,5,50
                A,1,1,1,20,30,5,50
                A,2,1,1,7,8,100,50
                """;
        assertThat(read(options, table).fixations()).containsExactly("A|1|1|5+50|15,20", "A|1|1|100+50|7,8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodingsAndSeparatorsChangeNothing(String encoding) {
        String plain = "CURRENT_FIX_X;CURRENT_FIX_Y;CURRENT_FIX_START;CURRENT_FIX_DURATION\n10,5;20;1;30\n11;21,25;40;30\n";
        List<String> expected = read("{}", plain).fixations();
        assertThat(expected).containsExactly("file|section|1|1+30|10.5,20", "file|section|2|40+30|11,21.25");
        Charset charset = Charset.forName(encoding);
        for (String text : List.of(plain, plain.replace("\n", ";\n"), plain.replace(";", "\t"), plain.replace("\n", "\r\n"),
                plain.replace(',', '.').replace(';', ','), "#METADATA\n#a;b;c;d;e;f\n#DATA\n" + plain)) {
            assertThat(read("{}", ("\uFEFF" + text).getBytes(charset)).fixations()).isEqualTo(expected);
        }
        fails("{}", plain.replace("21,25", "21.25"), "fixations.csv, line 3, column 2 \"CURRENT_FIX_Y\": seen \"21.25\", expected a"
                + " number, or"
                + " nothing (a comma, not a point, as in the rows before)");
    }

    @Test
    void bytesThatAreNoUtf16AreRefused() {
        byte[] half = "\uFEFFCURRENT_FIX_X\tCURRENT_FIX_Y\tCURRENT_FIX_DURATION\n1\t1\t1\n?".getBytes(StandardCharsets.UTF_16LE);
        half[half.length - 1] = (byte) 0xDC;
        assertThatThrownBy(() -> read("{}", half)).isInstanceOf(ProblemException.class).hasMessageContaining("text in UTF-16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Recording,Participant,TOI,Interval,Media,AOI,Total_duration_of_fixations.Door | a table of metrics of Tobii",
        "Participant,Time to First Fixation,Fixation Count | a table of metrics of Tobii",
        "MEDIA_ID,FPOGX,FPOGY,FPOGS,FPOGD,FPOGV | a Gazepoint table without FPOGID",
        "id,start_timestamp,duration,start_frame_index,end_frame_index,norm_pos_x,norm_pos_y,dispersion | fixations of Pupil Core",
        "Row,Timestamp,EventSource,SlideEvent,ET_GazeLeftx,ET_GazeLefty | raw samples of iMotions",
        "Time,Type,Trial,L POR X [px],L POR Y [px] | raw samples of SMI"})
    void tablesWithoutFixationsOnAnImageAreRefusedByName(String header, String what) {
        fails("{}", header + "\n", "seen \"" + what);
    }

    private static void fails(String options, String table, String detail) {
        assertThatThrownBy(() -> read(options, table)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().detail()).contains(detail));
    }
}
