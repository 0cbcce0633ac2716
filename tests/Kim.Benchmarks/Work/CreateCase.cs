using System.Net.Http.Headers;
using System.Net.Http.Json;
using Kim.Benchmarks.Running;

namespace Kim.Benchmarks.Work;

/// <summary>A new case: domain row, audit, event in the outbox and stored answer in one transaction, against one inserted row.</summary>
internal sealed class CreateCase() : CaseWork("create", "create a case (domain row, audit, outbox, idempotency)", 0.5)
{
    private static readonly object Opening = new
    {
        person = new { givenNames = "Layla", familyName = "Al-Ḥasan", birthDate = "1988-04-12", sex = "FEMALE", languages = new[] { "ara", "deu" } },
        ags = TestAccounts.AgsDuelmen, occasion = "Mehrere Behörden, keine Übersicht", accessPath = "SELBST", householdSize = 4,
    };

    protected override HttpRequestMessage Ours(Visitors visitors)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases/cases") { Content = JsonContent.Create(Opening) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visitors.TokenOf(visitors.NextManager()));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return request;
    }

    protected override HttpRequestMessage Theirs(Visitors visitors) =>
        new(HttpMethod.Post, $"/cases?account={visitors.NextManager()}") { Content = JsonContent.Create(Opening) };

    protected override Task<string> SameAsync(BenchProgram kim, BenchProgram bare, Visitors visitors) =>
        Task.FromResult("the baseline inserts the row of cases alone, with the same columns and indexes; Kim's dispatcher publishes meanwhile");
}
