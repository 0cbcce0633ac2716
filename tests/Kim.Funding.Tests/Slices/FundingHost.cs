using System.Text.Json.Nodes;

namespace Kim.Funding.Tests.Slices;

/// <summary>The service with the profile of the Kreis, and what tests do with it again and again.</summary>
public class FundingHost : ServiceHost<Program>
{
    public const string Api = "/api/v1/funding";
    private int _number;

    public FundingHost() : base("funding") => Profile = Repository.Profile;

    public HttpClient Office => ClientFor(TestAccounts.FundingOfficer);

    public async Task<JsonNode> GetAsync(string route) => (await Office.CallAsync(Api + route)).Expect(HttpStatusCode.OK).Json;

    public async Task<string> ETagAsync(string route) => (await Office.CallAsync(Api + route)).Expect(HttpStatusCode.OK).ETag!;

    /// <summary>A voucher number that no other test uses.</summary>
    public string NewVoucher() => $"T-{Interlocked.Increment(ref _number):0000}";

    public async Task<Guid> GrantAsync(string key) => (await Database.ScalarAsync<Guid?>("select id from grants where key = $1", key))!.Value;
}
