using System.Text.Json.Nodes;

namespace Kim.Testing.Fuzzing;

/// <summary>Rules that hold for every operation, read from the OpenAPI document: what breaks one is named.</summary>
public sealed class HttpRules
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"];
    private readonly FuzzTarget _target;
    private readonly JsonNode _document;
    private readonly RequestMaker _maker;
    private readonly Random _random = new(1);

    private HttpRules(FuzzTarget target, JsonNode document)
    {
        (_target, _document) = (target, document);
        _maker = new RequestMaker(target, document);
    }

    /// <summary>The rules for a service.</summary>
    public static async Task<HttpRules> OfAsync(FuzzTarget target) => new(target, await Fuzzer.DocumentAsync(target.Address));

    /// <summary>Every operation of the service.</summary>
    public IReadOnlyList<ApiOperation> Operations => ApiOperation.All(_document);

    /// <summary>An update that names no version is 428, whatever it is about; a PUT is always an update.</summary>
    /// <param name="free">Operation ids of PUTs that replace nothing that anybody could have changed.</param>
    public async Task<IReadOnlyList<string>> UpdatesWithoutVersionAsync(params string[] free)
    {
        var found = Operations.Where(operation => operation.Method is "PUT" or "PATCH" && !operation.TakesVersion && !free.Contains(operation.Id, StringComparer.Ordinal))
            .Select(operation => $"{operation.Id} does not declare 428").ToList();
        foreach (var operation in Operations.Where(operation => operation.TakesVersion))
        {
            var answers = await AsEachAsync(operation, request => request.Headers.RemoveAll(header => header.Name == "If-Match"));
            if (answers.All(answer => answer.Status == 403) || answers.Any(answer => answer.Status is not 403 and not 428)) found.Add($"{operation.Id}: {Statuses(answers)}");
        }

        return found;
    }

    /// <summary>A page has at most 200 items.</summary>
    public async Task<IReadOnlyList<string>> PagesOver200Async()
    {
        var found = new List<string>();
        foreach (var operation in Operations.Where(operation => operation.Parameters.Any(parameter => parameter.Name == "limit")))
        {
            var answers = await AsEachAsync(operation, request => request.Target = request.Target.Split('?')[0] + "?limit=201");
            if (answers.Any(answer => answer.Status is not 403 and not 400)) found.Add($"{operation.Id}: {Statuses(answers)}");
        }

        return found;
    }

    /// <summary>A method that a route does not have is 405, and the answer names those that it has.</summary>
    public async Task<IReadOnlyList<string>> UnusedMethodsAsync()
    {
        var found = new List<string>();
        foreach (var route in Operations.GroupBy(operation => operation.Path))
        {
            foreach (var method in Methods.Where(method => route.All(operation => operation.Method != method)))
            {
                var answer = (await AsEachAsync(route.First(), request => request.Method = method, one: true)).Single();
                if (answer.Status != 405 || answer.Json?["code"]?.GetValue<string>() != "method-not-allowed" || route.Any(operation => answer.Header("Allow")?.Contains(operation.Method, StringComparison.Ordinal) != true))
                    found.Add($"{method} {route.Key}: {answer.Status} {answer.Header("Allow")}");
            }
        }

        return found;
    }

    /// <summary>A body in another media type is 415, never read as JSON.</summary>
    public async Task<IReadOnlyList<string>> OtherMediaTypesAsync()
    {
        var found = new List<string>();
        foreach (var operation in Operations.Where(operation => operation.Body is not null))
        {
            foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
            {
                var answers = await AsEachAsync(operation, request =>
                {
                    request.Headers.RemoveAll(header => header.Name == "Content-Type");
                    request.Headers.Add(("Content-Type", type));
                    request.Headers.Add(("If-Match", "\"1\""));
                });
                if (answers.Any(answer => answer.Status is not 403 and not 415)) found.Add($"{operation.Id} {type}: {Statuses(answers)}");
            }
        }

        return found;
    }

    /// <summary>Members that no request has, among them those by which a caller could give itself something, are refused (ASVS 15.3.3).</summary>
    public async Task<IReadOnlyList<string>> OverPostingAsync()
    {
        var found = new List<string>();
        foreach (var operation in Operations.Where(operation => operation.Body is not null))
        {
            foreach (var member in (string[])["tenantId", "createdBy", "rowVersion", "isAdmin"])
            {
                var answers = await AsEachAsync(operation, request =>
                {
                    // First in the body, so that no other flaw of a made-up body is told before it.
                    var body = new JsonObject { [member] = "1" };
                    foreach (var (name, value) in JsonNode.Parse(request.Body!)!.AsObject()) body[name] = value?.DeepClone();
                    request.Body = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
                    request.Headers.Add(("If-Match", "\"1\""));
                });
                if (answers.Any(answer => answer.Status != 403 && !Refuses(answer, member))) found.Add($"{operation.Id} {member}: {Statuses(answers)}");
            }
        }

        return found;
    }

    /// <summary>SQL in any text of a query finds as much as any other unknown text, and never fails (ASVS 1.2.4).</summary>
    public async Task<IReadOnlyList<string>> SqlInQueriesAsync()
    {
        string[] payloads = ["' or '1'='1", "x' or 1=1 --", "') or ('1'='1", "'; select pg_sleep(2); --", "' union select null--", "\\' or 1=1--", "1;select 1", "%' or '%'='", "$1", "'||'"];
        var found = new List<string>();
        foreach (var operation in Operations.Where(operation => operation.IsSafe))
        {
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "query" && parameter.Name is not "limit" and not "after"))
            {
                var unknown = Found(await AskAsync(operation, parameter.Name, "zz"));
                foreach (var payload in payloads)
                {
                    var answers = await AskAsync(operation, parameter.Name, payload);
                    if (answers.Any(answer => answer.Status is not (200 or 400 or 403 or 404) || answer.Took > TimeSpan.FromSeconds(FaultSuite.TimesCount ? 2 : 10)) || Found(answers) > unknown)
                        found.Add($"{operation.Id} {parameter.Name}={payload}: {Statuses(answers)}, {Found(answers)} instead of {unknown}");
                }
            }
        }

        return found;
    }

    private Task<IReadOnlyList<WireAnswer>> AskAsync(ApiOperation operation, string parameter, string value) =>
        AsEachAsync(operation, request => request.Target = request.Target.Split('?')[0] + $"?{parameter}={Uri.EscapeDataString(value)}");

    private static int Found(IEnumerable<WireAnswer> answers) =>
        answers.Sum(answer => answer.Status == 200 && answer.Json is JsonObject page && page["items"] is JsonArray items ? items.Count : 0);

    private async Task<IReadOnlyList<WireAnswer>> AsEachAsync(ApiOperation operation, Action<WireRequest> change, bool one = false)
    {
        var answers = new List<WireAnswer>();
        foreach (var account in one ? _target.Accounts.Take(1) : _target.Accounts)
        {
            var request = _maker.Valid(operation, _random, _target.TokenFor(account));
            change(request);
            answers.Add(await Wire.SendAsync(_target.Address, request));
            // The first that the policy lets through says it for all.
            if (answers[^1].Status is not 403) break;
        }

        return answers;
    }

    private static bool Refuses(WireAnswer answer, string member) => answer.Status == 400 && answer.Json?["errors"]?[member] is not null;

    private static string Statuses(IEnumerable<WireAnswer> answers) => string.Join(' ', answers.Select(answer => answer.Status));
}
