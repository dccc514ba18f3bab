package org.connectchat.flow.others;

import static org.connectchat.flow.others.FlowOfOthers.MODULE;
import static org.connectchat.flow.others.FlowOfOthers.runs;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Party;

/** The flows that run on a chat, with stubs for the services that are not here, and where each comes to stand. */
final class RunningFlows {

    private static final String SUCCESS = "\"success\": true";
    private static final String TO_QUEUE = "TransferContactToQueue";
    private static final String PROMPTS = "MessageParticipantIteratively";

    private RunningFlows() {}

    static List<FlowOfOthers> all() {
        return Stream.of(inbound(), ofQueues(), withViews(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FlowOfOthers> inbound() {
        return List.of(
                // Without keys of a telephone both loops end, and the chat goes to the queue.
                runs(
                        "02-cfsetcallbackflow.json",
                        visit -> visit.connects()
                                .passes("591bdb12", "NoMatchingError", "Text", "")
                                .standsInQueue("a8161e1b-6b2d-45be-97a1-e40fcccf1c52", "73886ebc", TO_QUEUE)),
                runs(
                        "02-cfsetcallbackflow.json",
                        visit -> visit.stubs("591bdb12", SUCCESS + data("StoredCustomerInput", "\"5550100\""))
                                .stubs(
                                        "InvokeLambdaFunction",
                                        SUCCESS
                                                + data(
                                                        "External",
                                                        "{\"CallBackStatus\": \"PENDING\", \"statusCode\": \"200\"}"))
                                .stubs("fb2471b6", "\"result\": \"1\"")
                                .connects()
                                .passes("864a0809", "Success", "Attributes.CallbackNumber", "5550100")
                                .passes("99161399", "Success", "Attributes.CallBackCancelHandleBy", "API")
                                .standsInQueue("a8161e1b-6b2d-45be-97a1-e40fcccf1c52", "73886ebc", TO_QUEUE)),
                runs("04-acme-main-auto.json", visit -> visit.connects().endsAt("4eced497")),
                runs(
                        "04-acme-main-auto.json",
                        visit -> visit.stubs("UpdateContactEventHooks", SUCCESS)
                                .stubs("ConnectParticipantWithLexBot", "\"result\": \"Sales\"")
                                .stubs("InvokeFlowModule", SUCCESS)
                                .connects()
                                .passes(
                                        "42afdd96",
                                        "Success",
                                        "QueueId",
                                        "arn:aws:connect:${REGION}:${ACCT_ID}:instance/"
                                                + "${INSTANCE_ID}/queue/${Q:sales:Q}")
                                .passes(
                                        "ad08e74e",
                                        "NoMatchingError",
                                        "LambdaFunctionARN",
                                        "arn:aws:lambda:us-east-1:${ACCT_ID}:function:acme-exampleFunction-use1")
                                .endsAt("4eced497")),
                runs("09-custom-bot-agent.json", RunningFlows::botThatLeaves),
                runs(
                        "11-contact-center.json",
                        visit -> visit.connects().standsInQueue("${ConnectUserAgent.UserArn}", "06d0e1d7", TO_QUEUE)),
                runs("12-flow-en.json", visit -> visit.connects().endsAt("ef3defe4")),
                runs(
                        "12-flow-en.json",
                        visit -> visit.stubs("UpdateContactMediaStreamingBehavior", SUCCESS)
                                .stubs("d4d8ea15", SUCCESS)
                                .stubs(
                                        "InvokeLambdaFunction",
                                        SUCCESS + data("External", "{\"status\": \"COMPLETED\", \"message\": \"42\"}"))
                                .stubs("549b436f", "\"result\": \"2\"")
                                .connects()
                                .passes("16fc1797", "Success", "Text", "42")
                                .passes("3ce30e00", "Success", "Text", "Thank you for using our service.")
                                .endsAt("ef3defe4")),
                runs(
                        "13-index.json",
                        visit -> visit.connects()
                                .standsInQueue("' + generalDiagnosticTestQueueArn + '", "1ba4dd2f", TO_QUEUE)),
                runs("13-index.json", RunningFlows::waitOfALambda),
                runs(
                        "15-1-survey-example-disconnect.json",
                        visit -> visit.connects().endsAt("d58f2b67")),
                runs(
                        "17-cases-contact-flow.json",
                        visit -> visit.connects()
                                .passes("b67249c3", "Success", "Text", "Hi, welcome to cases")
                                .standsInQueue("abdfa6ef-68f9-4d13-867d-e0c603e17282", "584499ec", TO_QUEUE)),
                runs(
                        "19-interactivemsg-contactflowlexv2-export.json",
                        visit -> visit.puts("InteractiveMessageBot", """
                                {"rules": [
                                  {"when": {"contains": "help"}, "messages": ["An agent?"], "elicit": true},
                                  {"when": {"any": true}, "messages": ["Sure."], "intent": "InteractiveMessage",
                                   "slots": {"action": "Continue to agent"}}]}""")
                                .connects()
                                .waitsAt("b701c222")
                                .says("help")
                                .says("yes")
                                .passes("3b2f3727", "Continue to agent", "ComparisonValue", "Continue to agent")
                                .standsInQueue("48e235a6-546b-43a8-aa4c-9a8d04e45ad1", "b0dd1051", TO_QUEUE)));
    }

    private static List<FlowOfOthers> ofQueues() {
        return List.of(
                // Without an entry for the failure the queue flow stops, and the contact waits on.
                runs(
                        "05-sample-interruptible-queue-flow-with-callback-2.json",
                        "CUSTOMER_QUEUE",
                        visit -> visit.connects().standsInQueue("support", "1b40bdee", PROMPTS)),
                runs(
                        "05-sample-interruptible-queue-flow-with-callback-2.json",
                        "CUSTOMER_QUEUE",
                        visit -> visit.stubs(PROMPTS, "\"result\": \"MessagesInterrupted\"")
                                .stubs("96f7b261", "\"result\": \"1\"")
                                .stubs("2ff07095", SUCCESS + data("StoredCustomerInput", "\"5550100\""))
                                .stubs("UpdateContactCallbackNumber", SUCCESS)
                                .stubs("CreateCallbackContact", SUCCESS)
                                .connects()
                                .passes("540529df", "Success", "Attributes.callbackNumber", "5550100")
                                .endsAt("5551df8f")),
                runs(
                        "10-customer-queue-flow.json",
                        "CUSTOMER_QUEUE",
                        visit -> visit.connects().standsInQueue("support", "86ab045c", "EndFlowExecution")),
                runs(
                        "16-readme.json",
                        "AGENT_WHISPER",
                        visit -> visit.connects()
                                .standsInQueue("support", "queue", TO_QUEUE)
                                .isTakenBy("Grace")
                                .passes("73611771", "Success", "Text", "support")
                                .goesOnAfter("ef747366", "EndFlowExecution")));
    }

    private static List<FlowOfOthers> withViews() {
        return List.of(
                runs(
                        "03-sbsguides-modules-cases.json",
                        visit -> visit.connects().endsAt("22a13178")),
                runs("03-sbsguides-modules-cases.json", RunningFlows::casesOfOtherServices),
                runs(
                        "18-view-mail.json",
                        visit -> visit.stubs("InvokeLambdaFunction", SUCCESS)
                                .connects()
                                .waitsAt("Display message")
                                .chooses("ActionSelected", "{\"actionName\": \"Reply\"}")
                                .waitsAt("MessageResponse")
                                .chooses("Next", "{\"FormData\": {\"msgResponse\": \"On our way\"}}")
                                .waitsAt("47eac37b")
                                .chooses("Next", "{}")
                                .waitsAt("Display message")
                                .chooses("Nothing that it knows", "{}")
                                .waitsAt("Display message")),
                runs(
                        "20-view-dialer-dispositioncodes.json",
                        visit -> visit.stubs("InvokeLambdaFunction", SUCCESS)
                                .connects()
                                .waitsAt("6480b731")
                                .chooses("Back", "{}")
                                .waitsAt("6480b731")
                                .chooses("ActionSelected", "{\"Id\": \"sold\"}")
                                .passes("44e047b8", "Success", "Attributes.dispositionCode", "sold")
                                .waitsAt("a7e61ad6")
                                .chooses("Next", "{}")
                                .endsAt("0f20dfb0")));
    }

    private static List<FlowOfOthers> others() {
        return List.of(
                // The sound cannot be streamed, twice more after the loop; the module itself ends the chat.
                runs(
                        "06-initmodule.json",
                        MODULE,
                        visit -> visit.connects()
                                .passes("Init Err", "Success", "Text", "An error occurred during initialization.")
                                .endsAt("1fba9465")),
                runs(
                        "06-initmodule.json",
                        MODULE,
                        visit -> visit.stubs("UpdateContactMediaStreamingBehavior", SUCCESS)
                                .stubs("InvokeLambdaFunction", SUCCESS)
                                .connects()
                                .endsAt("back")),
                runs("14-modules.json", MODULE, visit -> visit.connects().endsAt("back")));
    }

    private static void botThatLeaves(Visit visit) {
        visit.stubs("InvokeLambdaFunction", SUCCESS + data("External", "{\"status\": \"success\"}"));
        Chat chat = visit.start("{}");
        Party bot = chat.addBot();
        bot.sayPresent();
        visit.connects().waitsAt("698fef92");
        Party.worked(bot.disconnect());
        visit.passes("c77cce40", "NoMatchingError", "ContactFlowId", "NOT_SET")
                .passes("16b8ea56", "Success", "Text", "Bot was successful.")
                .endsAt("0b014b7e");
    }

    private static void waitOfALambda(Visit visit) {
        visit.stubs("c4a670f1", "\"result\": \"TASK\"").stubs("InvokeLambdaFunction", SUCCESS + data("External", """
                        {"lambdaResult": "Success", "recordFound": "True", "delta": "10", "refUrl": "https://a.example/"}"""));
        visit.start("{\"IsOnlineAppoinment\": \"1\", \"TestType\": \"Heart monitoring\"}");
        visit.connects()
                .passes("39bbbd66", "Success", "Attributes.testType", "Heart monitoring")
                .waitsAt("3ce966a6")
                .timesOut()
                .passes("b9995749", "Success", "QueueTimeAdjustmentSeconds", "1800")
                // The flow itself has the queues of two tests the wrong way round.
                .standsInQueue("' + naturopathicTestQueueArn + '", "1ba4dd2f", TO_QUEUE);
    }

    private static void casesOfOtherServices(Visit visit) {
        visit.stubs("CreateCustomerProfile", SUCCESS + data("Customer", "{\"ProfileARN\": \"arn:p\"}"))
                .stubs("InvokeLambdaFunction", SUCCESS + data("External", "{\"CaseTitle\": \"Broken\"}"))
                .stubs("CreateCase", SUCCESS)
                .stubs("GetCase", SUCCESS + data("Case", "{\"title\": \"Broken\"}"))
                .connects()
                .waitsAt("0f41b813")
                .chooses("Next", "{\"title\": \"Broken\"}")
                .waitsAt("b4ae85c6")
                .timesOut()
                .waitsAt("16cdb412")
                .chooses("Back", "{}")
                .waitsAt("0f41b813")
                .timesOut()
                .endsAt("22a13178");
    }

    private static String data(String root, String json) {
        return ", \"data\": {\"" + root + "\": " + json + "}";
    }
}
