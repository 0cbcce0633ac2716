namespace Kim.Cases.Tests.Slices;

/// <summary>The same at once, on real operations (quality.md B.5, T18 and T19).</summary>
public sealed class ParallelTests(CasesHost host) : IClassFixture<CasesHost>
{
    private const int Many = 100;

    [Fact, Trait(FaultSuite.Trait, FaultSuite.Name)]
    public async Task Opening_a_case_a_hundred_times_with_one_key_opens_one()
    {
        for (var round = 0; round < FaultSuite.Pick(1, 10); round++)
        {
            var (key, name) = (Guid.NewGuid().ToString(), "Einmal" + new string((char)('a' + round), 3));
            var body = CaseDesk.Opening(CaseDesk.Person(family: name));
            var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", body, key))));
            foreach (var early in answers.Where(answer => answer.Status != HttpStatusCode.Created)) early.ExpectProblem(HttpStatusCode.Conflict, "idempotency-in-flight");
            var again = (await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", body, key)).Expect(HttpStatusCode.Created);
            Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.Created), answer => Assert.Equal(again.Text, answer.Text));
            Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from cases where search_text like '%' || $1 || '%'", name.ToUpperInvariant()));
            Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from audit where subject_id = $1 and action = 'CHANGE'", again.Id));
            Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from idempotency_keys where key = $1", key));

            var other = (await host.Desk.Http.PostAsync($"{CaseDesk.Root}/cases", CaseDesk.Opening(household: 7), key));
            other.ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        }
    }

    [Fact, Trait(FaultSuite.Trait, FaultSuite.Name)]
    public async Task Of_a_hundred_parallel_changes_of_a_person_on_one_version_exactly_one_wins()
    {
        for (var round = 0; round < FaultSuite.Pick(1, 10); round++)
        {
            var id = await host.Desk.OpenAsync();
            var etag = await host.Desk.VersionAsync(id);
            var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Task.Run(() => ChangeAsync(id, "Amira " + (char)('A' + (i % 26)), etag))));
            Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.NoContent));
            Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.NoContent), answer => answer.ExpectProblem(HttpStatusCode.PreconditionFailed, "precondition-failed"));
        }
    }

    // Changes of one case wait for each other. On a slow machine some wait longer than they may (busy, unavailable): they ask again, as a client does.
    private async Task<Answer> ChangeAsync(Guid id, string given, string etag)
    {
        while (true)
        {
            var answer = await host.Desk.Http.PutAsync(CaseDesk.Url(id, "/person"), CaseDesk.Person(given: given), etag);
            if (answer.Status is HttpStatusCode.NoContent or HttpStatusCode.PreconditionFailed || answer.Code is not ("busy" or "unavailable")) return answer;
        }
    }
}
