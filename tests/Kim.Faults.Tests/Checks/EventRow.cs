namespace Kim.Faults.Tests.Checks;

/// <summary>A row of an outbox.</summary>
/// <param name="Id">Message id on the wire.</param>
/// <param name="Aggregate">The aggregate whose events keep their order.</param>
/// <param name="Seq">Their order.</param>
/// <param name="Type">Wire name.</param>
/// <param name="OccurredAt">When it was written.</param>
/// <param name="PublishedAt">When the broker had confirmed it.</param>
internal sealed record EventRow(Guid Id, Guid Aggregate, long Seq, string Type, DateTime OccurredAt, DateTime? PublishedAt)
{
    public static async Task<List<EventRow>> AllAsync(ServiceDatabase database) =>
    [
        .. (await database.QueryAsync("select id, aggregate_id, seq, type, occurred_at, published_at from outbox order by seq")).Select(row => new EventRow(
            (Guid)row["id"]!, (Guid)row["aggregate_id"]!, (long)row["seq"]!, (string)row["type"]!, (DateTime)row["occurred_at"]!, (DateTime?)row["published_at"])),
    ];
}
