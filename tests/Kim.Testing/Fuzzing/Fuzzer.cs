using System.Globalization;
using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>
/// Sends requests made from a service's OpenAPI document and bent in many ways, and judges each answer: no failure of the service's own,
/// problem documents always, nothing slow, nothing written by what was refused or only read. Each request is made from the seed and its
/// number alone. By hand: <c>KIM_FUZZ</c> is the number of requests per service (any seed then), <c>KIM_FUZZ_SEED</c> the seed, <c>KIM_FUZZ_ONLY</c> the
/// number of the one request to send again.
/// </summary>
public sealed class Fuzzer
{
    private const int DefaultSeed = 20261127;
    private readonly FuzzTarget _target;
    private readonly IReadOnlyList<ApiOperation> _operations;
    private readonly RequestMaker _maker;
    private readonly Dictionary<string, List<TestAccount>> _mayCall = new(StringComparer.Ordinal);

    private Fuzzer(FuzzTarget target, JsonNode document)
    {
        _target = target;
        _operations = ApiOperation.All(document);
        _maker = new RequestMaker(target, document);
        foreach (var operation in _operations) _mayCall[operation.Id] = [.. target.Accounts];
    }

    /// <summary>Fuzzes the service; fails with the requests to send again.</summary>
    /// <param name="target">The service.</param>
    /// <param name="requests">How many requests, unless <c>KIM_FUZZ</c> says otherwise.</param>
    /// <returns>What was sent and how it was answered.</returns>
    public static async Task<FuzzReport> RunAsync(FuzzTarget target, int requests)
    {
        var byHand = int.TryParse(Environment.GetEnvironmentVariable("KIM_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KIM_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
            : byHand ? Random.Shared.Next() : DefaultSeed;
        var document = await DocumentAsync(target.Address);
        var fuzzer = new Fuzzer(target, document);
        var report = new FuzzReport(target.Rig.Service, seed, TimeSpan.FromSeconds(FaultSuite.TimesCount ? 1 : 3));
        await fuzzer.ExploreAsync();
        await fuzzer.SendAllAsync(report, byHand ? asked : requests);
        return report;
    }

    /// <summary>The OpenAPI document of a service.</summary>
    public static async Task<JsonNode> DocumentAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        return (await http.CallAsync("/openapi/v1.json")).Expect(System.Net.HttpStatusCode.OK).Json;
    }

    // Lists first, then what they hold: after this the pool knows ids and codes, and each operation its callers. It also warms the service up.
    private async Task ExploreAsync()
    {
        var random = new Random(DefaultSeed);
        foreach (var operation in _operations.OrderBy(operation => operation.IsSafe ? operation.Path.Count(sign => sign == '{') : 9))
        {
            foreach (var account in _target.Accounts)
            {
                var answer = await Wire.SendAsync(_target.Address, _maker.Valid(operation, random, _target.TokenFor(account)));
                if (answer.Status == 403) _mayCall[operation.Id].Remove(account);
                if (answer.Status != 200) continue;
                _target.Values.Harvest(operation.Path, answer.Json);
                if (answer.Json is JsonObject page && page["next"] is JsonValue next) _target.Values.Add("next", next.ToString());
            }
        }
    }

    private async Task SendAllAsync(FuzzReport report, int requests)
    {
        await using var sums = await TableSums.OpenAsync(_target.Rig.Database, _target.WorkedOn);
        var only = int.TryParse(Environment.GetEnvironmentVariable("KIM_FUZZ_ONLY"), NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : (int?)null;
        var every = FaultSuite.Pick(8, 20);
        for (var number = 0; number < requests; number++)
        {
            if (only is not null && only != number) continue;
            var random = new Random(Mix(report.Seed, number));
            var operation = _operations[random.Next(_operations.Count)];
            var (request, notes) = await MakeAsync(operation, random);
            var before = number % every == 0 ? await sums.ReadAsync() : null;
            var answer = await Wire.SendAsync(_target.Address, request);
            var wrong = Verdict.Of(operation, request, answer, _target.Expected);
            // Nobody else works on this database: what differs was written by this request.
            if (before is not null && (answer.Status >= 400 || operation.IsSafe) && TableSums.Difference(before, await sums.ReadAsync()) is { Length: > 0 } touched)
                wrong ??= $"{answer.Status}, but changed {touched}";
            report.Note(number, operation, request, notes, answer with { Took = await ShortestAsync(request, answer.Took, report.Limit) }, wrong);
            if (wrong is null && answer.Status == 200 && operation.IsSafe) _target.Values.Harvest(operation.Path, answer.Json);
        }
    }

    // What is slow is slow each time; a machine that was busy for a moment is not.
    private async Task<TimeSpan> ShortestAsync(WireRequest request, TimeSpan took, TimeSpan limit)
    {
        for (var again = 0; again < 3 && took > limit; again++)
            if ((await Wire.SendAsync(_target.Address, request)).Took is var next && next < took) took = next;
        return took;
    }

    private static int Mix(int seed, int number) => unchecked((seed * 397) ^ (number * 7919));

    private async Task<(WireRequest Request, List<string> Notes)> MakeAsync(ApiOperation operation, Random random)
    {
        var callers = _mayCall[operation.Id] is { Count: > 0 } some && random.Next(12) > 0 ? some : _target.Accounts;
        var token = _target.TokenFor(callers[random.Next(callers.Count)]);
        var request = _maker.Valid(operation, random, token);
        var notes = new List<string>();
        if (operation.TakesVersion && random.Next(4) > 0 && await VersionAsync(operation, request, token) is { } version) request.Headers.Add(("If-Match", version));
        if (random.Next(6) > 0) _maker.Bend(operation, request, random, notes);
        return (request, notes);
    }

    // The version of the thing that a route names is read at the longest part of the route that can be read.
    private async Task<string?> VersionAsync(ApiOperation operation, WireRequest request, string token)
    {
        var parts = operation.Path.Split('/');
        for (var length = parts.Length; length > 4; length--)
        {
            var route = string.Join('/', parts[..length]);
            if (!_operations.Any(other => other.Method == "GET" && other.Path == route)) continue;
            var read = new WireRequest { Method = "GET", Target = string.Join('/', request.Target.Split('?')[0].Split('/')[..length]) };
            read.Headers.Add(("Host", _target.Address.Authority));
            read.Headers.Add(("Authorization", "Bearer " + token));
            return (await Wire.SendAsync(_target.Address, read)).Header("ETag");
        }

        return null;
    }
}
