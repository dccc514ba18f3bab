def test_the_customer_reads_what_the_agent_wrote(emulator):
    chat = emulator.client("connect").start_chat_contact(
        InstanceId="my-instance", ContactFlowId="my-flow", ParticipantDetails={"DisplayName": "Ada"}
    )
    emulator.join_as_agent(chat["ContactId"], "Grace").send("How can I help?")
    assert emulator.messages(chat["ContactId"]) == ["How can I help?"]
