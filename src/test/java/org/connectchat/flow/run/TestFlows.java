package org.connectchat.flow.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.flow.action.FlowSource;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;

/** The flows and modules of a test, the same in all instances. */
final class TestFlows implements FlowSource {

    private final Map<String, RunnableFlow> flows = new ConcurrentHashMap<>();
    private final Map<String, RunnableFlow> modules = new ConcurrentHashMap<>();

    void add(String id, FlowType type, String json) {
        (type == FlowType.MODULE ? modules : flows).put(id, new RunnableFlow(id, id, type, FlowReader.read(json)));
    }

    @Override
    public RunnableFlow flow(String instanceId, String idOrArn, String displayName) {
        return flows.get(lastPart(idOrArn));
    }

    @Override
    public RunnableFlow module(String instanceId, String idOrArn, String displayName) {
        return modules.get(lastPart(idOrArn));
    }

    private static String lastPart(String idOrArn) {
        return idOrArn.substring(idOrArn.lastIndexOf('/') + 1);
    }
}
