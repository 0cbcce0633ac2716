namespace Kim.AppHost.Local;

/// <summary>RabbitMQ with a node, a name service and ports of its own: a broker of the machine is neither touched nor needed.</summary>
internal sealed class RabbitMQServerResource : ServerResource
{
    private readonly ParameterResource _userName;
    private readonly ParameterResource _password;
    private readonly Endpoint _names = new("names", "tcp");
    private readonly Endpoint _node = new("node", "tcp");

    public RabbitMQServerResource(string name, ParameterResource userName, ParameterResource password, DistributedApplicationBuilder builder)
        : base(name, "RabbitMQ broker", "rabbitmq.sh", builder)
    {
        (_userName, _password) = (userName, password);
        var given = new Uri(Given ?? "amqp://127.0.0.1:0");
        Endpoints.Add(new Endpoint("tcp", "amqp") { Host = given.Host, Port = given.Port < 0 ? 5672 : given.Port });
        if (Given is null)
            Endpoints.AddRange([_names, _node]);
    }

    protected override Dictionary<string, string> Variables => new()
    {
        ["KIM_GIVEN"] = Given is null ? "" : Uri.UnescapeDataString(new Uri(Given).UserInfo),
        ["KIM_MANAGEMENT"] = Builder.Configuration["Kim:BrokerManagement"] ?? "",
        ["KIM_PORT"] = $"{PrimaryEndpoint.Port}",
        ["ERL_EPMD_PORT"] = $"{_names.Port}",
        ["RABBITMQ_DIST_PORT"] = $"{_node.Port}",
        ["RABBITMQ_DEFAULT_USER"] = _userName.Value(),
        ["RABBITMQ_DEFAULT_PASS"] = _password.Value(),
    };
}
