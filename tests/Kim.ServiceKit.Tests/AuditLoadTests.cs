using System.Diagnostics;
using System.Net;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.ServiceKit.Tests;

/// <summary>The audit under load: many writers, two sealers, a million rows.</summary>
public sealed class AuditLoadTests(DeskHost host, ITestOutputHelper output) : IClassFixture<DeskHost>
{
    [Fact]
    [Trait(FaultSuite.Trait, FaultSuite.Name)]
    public async Task No_row_of_16_writers_slips_past_two_sealers()
    {
        await using var second = await host.StartAnotherAsync();
        var until = Stopwatch.StartNew();
        var length = FaultSuite.Pick(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(seed => Task.Run(() => WriteAsync(new Random(seed), () => until.Elapsed < length))));

        await host.EventuallyAsync(async () => await UnsealedAsync() == 0, TimeSpan.FromSeconds(180), "all rows sealed");
        var (rows, links) = (await host.Database.ScalarAsync<long>("select count(*) from audit"), await host.Database.ScalarAsync<long>("select count(*) from audit_seals"));
        output.WriteLine($"{rows} rows in {links} links after {length.TotalSeconds:0} s of 16 writers");
        Assert.True(rows > 200 && links > 0);
        var verifier = host.Services.GetRequiredService<AuditVerifier>();
        foreach (var segment in await verifier.SegmentsAsync(default))
        {
            var verdict = await verifier.VerifyAsync(segment, AuditModes.MonthOf(segment)!.Value, default);
            Assert.Empty(verdict.Findings);
            Assert.Equal(verdict.Links, verdict.Anchored);
        }
    }

    [Fact]
    [Trait(FaultSuite.Trait, FaultSuite.Name)]
    public async Task Who_saw_a_person_is_answered_within_2_s_on_a_million_rows()
    {
        await using var own = new DeskHost();
        await own.InitializeAsync();
        var rows = FaultSuite.Pick(200_000, 1_000_000);
        // A thousand persons over a year, three of the accounts; the person asked for was seen from January on, some times a day.
        await SeedAsync(own, rows);
        var person = new Guid("00000000-0000-4000-8000-000000000007");
        var dpo = own.ClientFor(TestAccounts.DataProtectionOfficer);
        var (worst, seen, after) = (TimeSpan.Zero, 0, "");
        do
        {
            var watch = Stopwatch.StartNew();
            var page = (await dpo.CallAsync($"audit/accesses?subject={person}&from=2026-03-01T00:00:00Z&until=2026-09-01T00:00:00Z&limit=200{after}")).Expect(HttpStatusCode.OK).Json;
            worst = watch.Elapsed > worst ? watch.Elapsed : worst;
            seen += page["items"]!.AsArray().Count;
            after = page["next"] is { } next ? $"&after={next.GetValue<string>()}" : "";
        }
        while (after.Length > 0);

        output.WriteLine($"{rows} rows: {seen} accesses of one person, slowest page {worst.TotalMilliseconds:0} ms");
        Assert.Equal(await own.Database.ScalarAsync<long>("select count(*) from audit where subject_id = $1 and at >= '2026-03-01Z' and at < '2026-09-01Z'", person), seen);
        Assert.True(seen > rows / 2500);
        Assert.True(worst < TimeSpan.FromSeconds(FaultSuite.SharedMachine ? 20 : 2), $"slowest page: {worst}");
    }

    private static async Task SeedAsync(DeskHost host, int rows)
    {
        await using var connection = new NpgsqlConnection(host.Database.Superuser);
        await connection.OpenAsync();
        const string sql = """
            insert into audit (at, account_id, roles, action, operation, purpose, subject, subject_id, trace_id)
            select timestamptz '2026-01-01Z' + i * interval '365 days' / $1, ('0a000000-0000-4000-8000-00000000000' || i % 3)::uuid, '{CASE_MANAGER}',
                   'READ', 'GetCase', 'CASE_MANAGEMENT', 'case', ('00000000-0000-4000-8000-' || lpad((i % 1000)::text, 12, '0'))::uuid, md5(i::text)
            from generate_series(1, $1) as i
            """;
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300, Parameters = { new() { Value = rows } } };
        await command.ExecuteNonQueryAsync();
        await using var analyze = new NpgsqlCommand("analyze audit", connection) { CommandTimeout = 60 };
        await analyze.ExecuteNonQueryAsync();
    }

    private async Task WriteAsync(Random random, Func<bool> goesOn)
    {
        await using var connection = new NpgsqlConnection(host.Database.App + ";Pooling=false");
        await connection.OpenAsync();
        while (goesOn())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await AuditWriters.WriteAsync(connection, "Before", random.Next(1, 4));
            if (random.Next(5) == 0) await Task.Delay(random.Next(20, 1500));
            // Rows of a savepoint belong to the same transaction; what is rolled back leaves gaps in the ids.
            await transaction.SaveAsync("point");
            await AuditWriters.WriteAsync(connection, "Within", random.Next(1, 4));
            if (random.Next(3) == 0) await transaction.RollbackAsync("point");
            if (random.Next(6) == 0) await transaction.RollbackAsync();
            else await transaction.CommitAsync();
        }
    }

    private Task<long> UnsealedAsync() => host.Database.ScalarAsync<long>("select count(*) - (select coalesce(sum(rows), 0) from audit_seals)::bigint from audit");
}
