using System.Diagnostics;
using Npgsql;

namespace Kim.Benchmarks.Work;

/// <summary>Events in the outbox of cases, and their effect in funding, seen from the databases.</summary>
internal static class EventTable
{
    /// <summary>Under this name funding's consumer stands in its inbox.</summary>
    public const string Consumer = "funding-case-opened";

    private const string Rows = """
        insert into outbox (id, aggregate_id, bucket, type, payload, trace_parent, occurred_at)
        select gen_random_uuid(), reference, get_byte(uuid_send(reference), 15) % 16, 'kim.cases.case-opened',
          jsonb_build_object('caseRef', reference, 'version', 1, 'facts', facts::jsonb),
          '00-' || md5(reference::text) || '-' || substr(md5(reference::text), 1, 16) || '-01', clock_timestamp()
        from (select gen_random_uuid() as reference, facts from funding_files limit $1) file
        """;

    /// <summary>Connections that are kept: events come too fast to open one for each.</summary>
    public static NpgsqlDataSource Open(ServiceDatabase database) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Superuser) { Pooling = true, MaxPoolSize = 20, Timeout = 60 }.ConnectionString);

    /// <summary>The facts of a case as its events carry them.</summary>
    public static async Task<string> FactsAsync(ServiceDatabase cases) => (await cases.ScalarAsync<string>("select facts from funding_files limit 1"))!;

    /// <summary>Commits events of cases that were never told before, as commands would have left them.</summary>
    public static async Task RaiseAsync(NpgsqlDataSource cases, int events)
    {
        await using var command = cases.CreateCommand(Rows);
        command.Parameters.Add(new NpgsqlParameter { Value = events });
        var raised = await command.ExecuteNonQueryAsync();
        if (raised != events) throw new InvalidOperationException($"{events} events need as many cases; there are {raised}");
    }

    /// <summary>Commits one event in its own transaction.</summary>
    /// <returns>Its id and the number of its transaction.</returns>
    public static async Task<(Guid Id, ulong Transaction)> RaiseOneAsync(NpgsqlDataSource cases)
    {
        await using var command = cases.CreateCommand(Rows + " returning id, pg_current_xact_id()::text::bigint");
        command.Parameters.Add(new NpgsqlParameter { Value = 1 });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetGuid(0), (ulong)reader.GetInt64(1));
    }

    /// <summary>Waits until so many messages have had their effect since a moment.</summary>
    /// <returns>Seconds since <paramref name="begun"/>, a timestamp of <see cref="Stopwatch"/>.</returns>
    public static async Task<double> EffectsAsync(NpgsqlDataSource inbox, string consumer, DateTimeOffset since, int messages, long begun)
    {
        var limit = TimeSpan.FromMinutes(5);
        while (Stopwatch.GetElapsedTime(begun) < limit)
        {
            await using var command = inbox.CreateCommand("select count(*) from inbox where consumer = $1 and received_at >= $2");
            command.Parameters.Add(new NpgsqlParameter { Value = consumer });
            command.Parameters.Add(new NpgsqlParameter { Value = since });
            var count = (long)(await command.ExecuteScalarAsync())!;
            if (count >= messages) return Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await Task.Delay(50);
        }

        throw new Load.LoadException($"{consumer}: {messages} messages had no effect within {limit.TotalMinutes:0} minutes");
    }
}
