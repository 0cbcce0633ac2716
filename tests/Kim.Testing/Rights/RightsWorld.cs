using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Fields;
using Xunit;

namespace Kim.Testing;

/// <summary>
/// What a service's test prepares for <see cref="RightsDriver"/>: records that belong to somebody, values planted in them, and how a
/// valid body looks where the schema alone does not say it.
/// </summary>
public sealed class RightsWorld
{
    /// <summary>Records by the paths that lead to them.</summary>
    public required IReadOnlyList<RightsRecord> Records { get; init; }

    /// <summary>Values that stand in these records and nowhere else.</summary>
    public IReadOnlyList<Planted> Planted { get; init; } = [];

    /// <summary>Values of members of bodies, by the member's name: codes that exist, days that make sense.</summary>
    public IReadOnlyDictionary<string, object> Members { get; init; } = new Dictionary<string, object>();

    /// <summary>Whole bodies by operation, where names of members are not enough.</summary>
    public IReadOnlyDictionary<string, object> Bodies { get; init; } = new Dictionary<string, object>();

    /// <summary>Values of required query parameters, by name.</summary>
    public IReadOnlyDictionary<string, string> Queries { get; init; } = new Dictionary<string, string>();

    /// <summary>Operations with a path parameter that names no record of its own: an unknown value is no 404 there.</summary>
    public IReadOnlyCollection<string> NamesNoRecord { get; init; } = [];

    /// <summary>Who calls; the demo accounts unless a service signs in for real.</summary>
    public required IReadOnlyList<RightsCaller> Callers { get; init; }

    /// <summary>Calls everything as everybody and fails with a list of what departs from the table.</summary>
    /// <param name="rig">The service.</param>
    /// <param name="services">Its services.</param>
    /// <param name="world">What the test prepared.</param>
    public static async Task CheckAsync(ServiceRig rig, IServiceProvider services, RightsWorld world)
    {
        var driver = new RightsDriver(rig, services, world);
        var started = TimeProvider.System.GetTimestamp();
        var failures = await driver.RunAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{rig.Service}: {driver.Calls} requests in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s");
        if (failures.Count > 0) throw new UnexpectedAnswerException($"{failures.Count} departures from the table of rights of {rig.Service}:\n{string.Join('\n', failures.Take(60))}");
    }

    /// <summary>The demo accounts, and a client with a scope that the service does not know.</summary>
    /// <param name="rig">The service.</param>
    /// <param name="scopes">The scopes that open something here.</param>
    public static IReadOnlyList<RightsCaller> Demo(ServiceRig rig, params string[] scopes) =>
    [
        .. TestAccounts.All.Select(account => new RightsCaller(account.Name, account.Roles, rig.ClientFor(account), account.Id)),
        .. scopes.Append(rig.Service + ":stranger").Select(scope => new RightsCaller(scope, [ClientActor.Scope(scope)], rig.ClientForScope("client-of-rights", scope), ClientActor.IdOf("client-of-rights"))),
    ];
}

/// <summary>Somebody who calls every operation.</summary>
/// <param name="Name">The account's name, or the client's scope; owners of records are named by it.</param>
/// <param name="Roles">Its roles, see <see cref="Roles"/>.</param>
/// <param name="Http">A client with its token.</param>
/// <param name="Account">Its id, where the test knows it.</param>
public sealed record RightsCaller(string Name, IReadOnlyList<string> Roles, HttpClient Http, Guid? Account = null);

/// <summary>A record that a caller may own.</summary>
/// <param name="Path">The beginning of the paths that lead to it, behind the service's name, with parameters: <c>/cases/{id}</c>; the longest that fits counts.</param>
/// <param name="Owner">Name of the caller whose own it is; null when it is nobody's.</param>
/// <param name="Values">Values of the path parameters.</param>
public sealed record RightsRecord(string Path, string? Owner, IReadOnlyDictionary<string, string> Values);

/// <summary>A value that leaves in answers to those alone who may see its class and its record.</summary>
/// <param name="Value">A text that stands nowhere else; letters and digits only.</param>
/// <param name="Class">The class of the field that holds it.</param>
/// <param name="Owner">Name of the caller to whose own record it belongs; null when it is nobody's.</param>
public sealed record Planted(string Value, FieldClass Class, string? Owner);
