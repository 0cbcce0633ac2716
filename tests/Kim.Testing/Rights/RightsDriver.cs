using System.Net;
using System.Text.Json.Nodes;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Testing;

/// <summary>
/// Calls every operation of a service as every caller, on own, foreign and unknown records, and compares with the service's own table
/// of rights: 401 without a token, 403 without the policy, 404 alike for what one may not know and for what there is not; no
/// foreign value and no field of a class that the role does not see in any body; nor in what a handler without its filter would read.
/// What shows something of a person leaves a row in the audit.
/// </summary>
/// <param name="rig">The service.</param>
/// <param name="services">Its services, where the table and the endpoints lie.</param>
/// <param name="world">What the test prepared.</param>
public sealed class RightsDriver(ServiceRig rig, IServiceProvider services, RightsWorld world)
{
    private readonly PolicyTable _table = services.GetRequiredService<PolicyTable>();
    private readonly List<string> _failures = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _showedPersons = new(StringComparer.Ordinal);
    private IReadOnlyList<RightsRecord> _records = [];

    /// <summary>How many requests were sent.</summary>
    public int Calls { get; private set; }

    /// <summary>All calls.</summary>
    /// <returns>What departs from the table, a line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var policies = Policies(services);
        _records = [.. world.Records, await ParkedAsync()];
        foreach (var operation in await RightsOperation.ReadAsync(rig))
        {
            if (policies.GetValueOrDefault(operation.Id) is not { } policy || !_table.TryGetValue(policy, out var grants))
            {
                _failures.Add($"{operation.Id}: no row of the table of rights opens it. Name a policy on the route and give it a row.");
                continue;
            }

            await StrangerAsync(operation);
            foreach (var caller in world.Callers) await CallAsync(operation, policy, grants, caller);
        }

        foreach (var planted in world.Planted.Where(planted => !_seen.Contains(planted.Value)))
            _failures.Add($"'{planted.Value}' ({planted.Class}) was shown to nobody: its absence elsewhere proves nothing.");
        _failures.AddRange(await UnauditedAsync());
        _failures.AddRange(await UnfilteredRows.LeaksAsync(rig, _table, world));
        return _failures;
    }

    /// <summary>Policy by operation, from the routes of the running service.</summary>
    public static IReadOnlyDictionary<string, string?> Policies(IServiceProvider services) => services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null)
        .DistinctBy(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
        .ToDictionary(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName, Access.PolicyOf, StringComparer.Ordinal);

    private async Task StrangerAsync(RightsOperation operation)
    {
        using var anonymous = rig.Anonymous();
        var answer = await SendAsync(anonymous, operation, operation.Fill(RecordsOf(operation).FirstOrDefault()?.Values, world));
        if (answer.Status != HttpStatusCode.Unauthorized) Fail(operation, "nobody", "a record", answer, "401");
    }

    private async Task CallAsync(RightsOperation operation, string policy, Grant[] grants, RightsCaller caller)
    {
        var actor = new Actor(Guid.Empty, caller.Roles, "", null, [], null);
        var records = RecordsOf(operation).ToList();
        if (Access.Of(policy, grants, actor) is not { } access)
        {
            var refused = await SendAsync(caller.Http, operation, operation.Fill(records.FirstOrDefault()?.Values, world));
            if (refused.Status != HttpStatusCode.Forbidden || refused.Code != "forbidden") Fail(operation, caller.Name, "a record", refused, "403 forbidden");
            return;
        }

        if (operation.Parameters.Count == 0) await ListAsync(operation, access, caller);
        else await RecordsAsync(operation, access, caller, records);
    }

    private async Task ListAsync(RightsOperation operation, Access access, RightsCaller caller)
    {
        var path = operation.Fill(null, world);
        await LetInAsync(operation, access, caller, "the list", operation.Pages ? path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=200" : path);
        if (operation.Searches) foreach (var planted in world.Planted) await LetInAsync(operation, access, caller, "a search", $"{path}?q={planted.Value}");
        if (operation.SearchesByBody) foreach (var planted in world.Planted) await LetInAsync(operation, access, caller, "a search", path, new JsonObject { ["q"] = planted.Value });
    }

    private async Task RecordsAsync(RightsOperation operation, Access access, RightsCaller caller, List<RightsRecord> records)
    {
        if (records.Count == 0) _failures.Add($"{operation.Id}: the test has no record for {operation.Path}.");
        var unknown = await SendAsync(caller.Http, operation, operation.Fill(null, world));
        if (unknown.Status != HttpStatusCode.NotFound && !world.NamesNoRecord.Contains(operation.Id)) Fail(operation, caller.Name, "an unknown record", unknown, "404");
        foreach (var record in records.DistinctBy(record => record.Owner))
        {
            var path = operation.Fill(record.Values, world);
            if (access.Reach == Reach.All || record.Owner == caller.Name) await LetInAsync(operation, access, caller, "an own record", path);
            else await ForeignAsync(operation, caller, path, unknown);
        }
    }

    private async Task ForeignAsync(RightsOperation operation, RightsCaller caller, string path, Answer unknown)
    {
        var answer = await SendAsync(caller.Http, operation, path);
        if (answer.Status != HttpStatusCode.NotFound || answer.Code != unknown.Code) Fail(operation, caller.Name, "a foreign record", answer, "404, as for an unknown one");
    }

    private async Task LetInAsync(RightsOperation operation, Access access, RightsCaller caller, string what, string path, JsonNode? body = null)
    {
        var answer = await SendAsync(caller.Http, operation, path, body);
        var refused = answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
            || (int)answer.Status >= 500 || (answer.Status == HttpStatusCode.Forbidden && answer.Code == "forbidden");
        if (refused) Fail(operation, caller.Name, what, answer, "to be let in");
        foreach (var planted in world.Planted.Where(planted => answer.Text.Contains(planted.Value, StringComparison.Ordinal)))
        {
            var own = planted.Owner is null || planted.Owner == caller.Name || access.Reach == Reach.All;
            if (!own) Fail(operation, caller.Name, what, answer, $"no '{planted.Value}' of {planted.Owner}");
            else if ((planted.Class & ~access.Sees) != FieldClass.Plain) Fail(operation, caller.Name, what, answer, $"no {planted.Class} field ('{planted.Value}')");
            else
            {
                _seen.Add(planted.Value);
                if (planted.Class != FieldClass.Plain) _showedPersons.Add(operation.Id);
            }
        }
    }

    /// <summary>Operations that showed something of a person and left no row in the audit.</summary>
    private async Task<IEnumerable<string>> UnauditedAsync()
    {
        var audited = (await rig.QueryAsync("select distinct operation from audit where action <> 'REFUSED'")).Select(row => (string)row["operation"]!).ToHashSet(StringComparer.Ordinal);
        return _showedPersons.Where(operation => !audited.Contains(operation)).Select(operation => $"{operation} shows something of a person and leaves no row in the audit.");
    }

    private IEnumerable<RightsRecord> RecordsOf(RightsOperation operation)
    {
        var fitting = _records.Where(record => operation.Path == record.Path || operation.Path.StartsWith(record.Path + "/", StringComparison.Ordinal)
            || operation.Path.StartsWith(record.Path + ".", StringComparison.Ordinal)).ToList();
        return fitting.Where(record => record.Path.Length == fitting.Max(other => other.Path.Length));
    }

    /// <summary>The record behind the operations that the kit maps in every service.</summary>
    private async Task<RightsRecord> ParkedAsync()
    {
        var id = Guid.CreateVersion7();
        await rig.QueryAsync("""
            insert into parked_messages (id, message_id, queue, type, cause, attempts, redrives, parked_at, body, body_bytes, state)
            values ($1, $1, 'no-queue', 'kim.test.unknown', 'NOT_CONSUMED', 1, 0, now(), '{}', 2, 'PARKED')
            """, id);
        return new RightsRecord("/ops/parked-messages/{id}", null, new Dictionary<string, string> { ["id"] = id.ToString() });
    }

    private async Task<Answer> SendAsync(HttpClient http, RightsOperation operation, string path, JsonNode? body = null)
    {
        Calls++;
        return await http.CallAsync(operation.Method, $"/api/v1/{rig.Service}{path}", (body ?? operation.Body(world))?.ToJsonString(), operation.AsksForAVersion ? "\"0\"" : null);
    }

    private void Fail(RightsOperation operation, string caller, string what, Answer answer, string expected) => _failures.Add(
        $"{operation.Id} as {caller} on {what}: {(int)answer.Status}, expected {expected}. {answer.Text[..Math.Min(answer.Text.Length, 300)]}");
}
