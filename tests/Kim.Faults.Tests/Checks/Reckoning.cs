namespace Kim.Faults.Tests.Checks;

/// <summary>
/// The reckoning after a fault: the clients' ledger, the tables of cases, its outbox, what the receivers made of it and the audit must
/// tell the same story. A command without a success would show as a difference, and so would one that acted twice.
/// </summary>
internal static class Reckoning
{
    public static async Task HoldsAsync(FaultSystem system, Ledger ledger)
    {
        Assert.True(ledger.Failures.IsEmpty, string.Join(Environment.NewLine, ledger.Failures));
        await Deliveries.CompleteAsync(system.Space);
        await SourceAsync(system.Database("cases"), ledger);
        await AuditAsync(system.Database("cases"), ledger);
        await NetworkAsync(system.Database("network"), ledger);
        await FundingAsync(system, ledger);
    }

    private static async Task SourceAsync(ServiceDatabase cases, Ledger ledger)
    {
        var rows = await cases.QueryAsync("select case_id, id, state from structural_needs where case_id = any($1)", Ids(ledger));
        Assert.Equal(
            Lines(ledger, (record, need) => $"{record.Id} {need.Key} {need.Value}"),
            Sorted(rows.Select(row => $"{row["case_id"]} {row["id"]} {(string)row["state"]! != "OPEN"}")));
        var events = await cases.QueryAsync(
            "select aggregate_id, type, count(*) as count from outbox where aggregate_id = any($1) group by 1, 2", ledger.Cases.SelectMany(record => record.Needs.Keys).ToArray());
        Assert.Equal(
            Sorted(ledger.Cases.SelectMany(record => record.Needs).SelectMany(need => need.Value
                ? new[] { $"{need.Key} structural-need-reported 1", $"{need.Key} structural-need-withdrawn 1" } : [$"{need.Key} structural-need-reported 1"])),
            Sorted(events.Select(row => $"{row["aggregate_id"]} {((string)row["type"]!).Split('.')[2]} {row["count"]}")));
    }

    private static async Task AuditAsync(ServiceDatabase cases, Ledger ledger)
    {
        var rows = await cases.QueryAsync("select subject_id, count(*) as count from audit where action = 'CHANGE' and subject = 'case' and subject_id = any($1) group by 1", Ids(ledger));
        Assert.Equal(Sorted(ledger.Cases.Select(record => $"{record.Id} {record.Commands}")), Sorted(rows.Select(row => $"{row["subject_id"]} {row["count"]}")));
    }

    private static async Task NetworkAsync(ServiceDatabase network, Ledger ledger)
    {
        var rows = await network.QueryAsync("select id, open from structural_needs where id = any($1)", ledger.Cases.SelectMany(record => record.Needs.Keys).ToArray());
        Assert.Equal(Sorted(ledger.Cases.SelectMany(record => record.Needs).Select(need => $"{need.Key} {!need.Value}")), Sorted(rows.Select(row => $"{row["id"]} {row["open"]}")));
        Assert.Empty(await network.QueryAsync(
            "select topic, open_needs from themes where open_needs <> (select count(*) from structural_needs need where need.theme_id = themes.id and need.open)"));
    }

    private static async Task FundingAsync(FaultSystem system, Ledger ledger)
    {
        var told = await system.Database("cases").QueryAsync(
            "select aggregate_id, (payload ->> 'version')::bigint as version from outbox join funding_files file on file.reference = aggregate_id where file.case_id = any($1)", Ids(ledger));
        Assert.Equal(ledger.Cases.Count, told.Select(row => row["aggregate_id"]).Distinct().Count());
        var known = await system.Database("funding").QueryAsync("select ref, version from report_case_steps where ref = any($1)", told.Select(row => (Guid)row["aggregate_id"]!).Distinct().ToArray());
        Assert.Equal(Sorted(told.Select(row => $"{row["aggregate_id"]} {row["version"]}")), Sorted(known.Select(row => $"{row["ref"]} {row["version"]}")));
    }

    private static Guid[] Ids(Ledger ledger) => [.. ledger.Cases.Select(record => record.Id)];

    private static List<string> Lines(Ledger ledger, Func<CaseRecord, KeyValuePair<Guid, bool>, string> line) =>
        Sorted(ledger.Cases.SelectMany(record => record.Needs.Select(need => line(record, need))));

    private static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
