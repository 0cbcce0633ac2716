namespace Kim.Architecture.Tests;

/// <summary>architecture.md section 1, 'What may touch what': one test per row, with a message that names the right door.</summary>
public sealed class RoomTests
{
    private const string Ef = "Microsoft.EntityFrameworkCore";
    private const string Asp = "Microsoft.AspNetCore";
    private const string Bus = "MassTransit";
    private const string Db = "Npgsql";

    public static TheoryData<string> Services => [.. House.Services];

    [Theory, MemberData(nameof(Services))]
    public void Features_know_no_broker_and_no_raw_HttpClient(string service) => Refuse(
        service, service + ".Features", [Bus, "System.Net.Http.HttpClient", "RabbitMQ"],
        "A feature writes what happened into EventBook; the one HTTP call between services has a typed client of its own.");

    [Theory, MemberData(nameof(Services))]
    public void Domain_is_pure(string service) => Refuse(
        service, service + ".Domain", [Ef, Asp, Bus, Db, "Kim.Contracts.", "Kim.ServiceKit", "Kim.ServiceDefaults", "Microsoft.Extensions", "System.TimeProvider", "System.Net.Http"],
        "A rule takes what it needs as values (time as DateOnly or DateTimeOffset) and answers with Kim.Results.");

    [Theory, MemberData(nameof(Services))]
    public void Consumers_know_no_HTTP_and_no_feature(string service) => Refuse(
        service, service + ".Consumers", [Asp, service + ".Features"],
        "A consumer changes the domain through Data; what it shares with a feature lies in Domain.");

    [Theory, MemberData(nameof(Services))]
    public void Data_and_Reference_know_no_feature_and_no_broker(string service) => Refuse(
        service, service + ".Data", [service + ".Features", Bus], "Mappings know the domain alone.");

    [Theory, MemberData(nameof(Services))]
    public void A_service_knows_no_other_service(string service) => RefuseReference(
        service, [.. House.Services.Where(other => other != service), "Kim.Identity", "Kim.Gateway", "Kim.Portal"],
        "Services share nothing but contracts: listen to the other's event.");

    [Fact]
    public void Contracts_stand_on_the_base_library_alone() => Assert.All(
        House.Assembly("Kim.Contracts").MainModule.AssemblyReferences,
        reference => Assert.True(reference.Name.StartsWith("System.", StringComparison.Ordinal), $"Kim.Contracts must not use {reference.Name}"));

    [Theory, InlineData("Kim.Gateway"), InlineData("Kim.Portal")]
    public void Gateway_and_portal_have_no_private_door(string project) => RefuseReference(
        project, [.. House.Services, Db, Ef, Bus, "Kim.Contracts", "Kim.ServiceKit", "Kim.Identity"],
        "Speak to the gateway's public API: whatever the UI can do, the API can do.");

    [Fact]
    public void Identity_knows_no_service() => RefuseReference("Kim.Identity", House.Services, "Accounts reach the services as events.");

    [Fact]
    public void ServiceDefaults_knows_no_database_and_no_broker() => RefuseReference(
        "Kim.ServiceDefaults", [Ef, Db, Bus, "Kim.Contracts", "Kim.ServiceKit"], "What the gateway must not have lies in Kim.ServiceKit.");

    [Fact]
    public void The_AppHost_runs_projects_by_path_and_uses_no_code_of_theirs() => Assert.DoesNotContain(
        "ProjectReference", File.ReadAllText(Path.Combine(Repository.Root, "Kim.AppHost", "Kim.AppHost.csproj")), StringComparison.Ordinal);

    [Fact]
    public void MassTransit_shows_itself_in_Consumers_and_the_kits_messaging_room_only()
    {
        string[] rooms = [.. House.Services.Select(service => service + ".Consumers"), "Kim.Identity.Consumers", "Kim.ServiceKit.Messaging", "Kim.ServiceKit.Accounts"];
        var strangers = House.Services.Append("Kim.ServiceKit").Append("Kim.Identity").SelectMany(House.AllTypes)
            .Where(type => !rooms.Any(room => Outermost(type).Namespace.StartsWith(room, StringComparison.Ordinal)))
            .Where(type => House.Touches(type).Any(name => name.StartsWith("MassTransit", StringComparison.Ordinal)))
            .Select(type => type.FullName)
            // The kit's builder names IConsumer<T> in its constraint: that is the door through which a service subscribes.
            .Where(name => !name.StartsWith("Kim.ServiceKit.KitBuilder", StringComparison.Ordinal));
        Assert.Empty(strangers);
    }

    [Fact]
    public void Only_events_of_the_outbox_are_published_in_one_place_and_nobody_asks_over_the_bus()
    {
        string[] ways = ["Publish", "PublishBatch", "Send", "SendBatch", "Respond", "RespondAsync", "GetSendEndpoint", "GetPublishSendEndpoint", "CreateRequestClient", "CreateRequest", "GetResponse"];
        var calls = House.Services.Append("Kim.ServiceKit").Append("Kim.Identity").SelectMany(House.AllTypes)
            .Where(type => Outermost(type).FullName != "Kim.ServiceKit.Messaging.EventPublisher")
            .SelectMany(type => type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
                .Select(instruction => instruction.Operand).OfType<Mono.Cecil.MethodReference>()
                .Where(call => call.DeclaringType.FullName.StartsWith(Bus + ".", StringComparison.Ordinal) && ways.Contains(call.Name, StringComparer.Ordinal))
                // A filter hands a message on inside the process.
                .Where(call => !call.DeclaringType.Name.StartsWith("IPipe`", StringComparison.Ordinal))
                .Select(call => $"{type.FullName} calls {call.DeclaringType.Name}.{call.Name}"));
        Assert.Empty(calls);
    }

    [Fact]
    public void The_bus_and_the_brokers_client_are_known_in_the_kits_messaging_room_only()
    {
        string[] doors = ["MassTransit.IBus", "MassTransit.IBusControl", "MassTransit.IPublishEndpoint", "MassTransit.ISendEndpointProvider"];
        var strangers = House.Services.Append("Kim.ServiceKit").Append("Kim.Identity").SelectMany(House.AllTypes)
            .Where(type => Outermost(type).Namespace != "Kim.ServiceKit.Messaging")
            .SelectMany(type => House.Touches(type).Where(name => doors.Contains(name, StringComparer.Ordinal) || name.StartsWith("RabbitMQ.", StringComparison.Ordinal)).Select(name => $"{type.FullName} uses {name}"));
        Assert.Empty(strangers);
    }

    private static Mono.Cecil.TypeDefinition Outermost(Mono.Cecil.TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static void Refuse(string assembly, string room, string[] forbidden, string door)
    {
        var types = House.Room(assembly, room).ToList();
        Assert.NotEmpty(types);
        var found = types.SelectMany(type => House.Touches(type).Where(name => forbidden.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).Select(name => $"{type.FullName} uses {name}"));
        Assert.True(!found.Any(), door + "\n" + string.Join('\n', found.Take(20)));
    }

    private static void RefuseReference(string assembly, IEnumerable<string> forbidden, string door)
    {
        var found = House.Assembly(assembly).MainModule.AssemblyReferences.Select(reference => reference.Name)
            .Where(name => forbidden.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal))).ToList();
        Assert.True(found.Count == 0, $"{assembly} uses {string.Join(", ", found)}. {door}");
    }
}
