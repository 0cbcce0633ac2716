namespace Kim.Faults.Tests.Load;

/// <summary>A backlog that is big enough to measure how fast it drains: what 12,000 changes of cases would have left in the outbox.</summary>
internal static class Backlog
{
    /// <summary>Copies a real event of cases, under new references with ten versions each, in their order.</summary>
    public static Task RaiseAsync(ServiceDatabase cases, int events) => cases.QueryAsync("""
        with model as (select payload from outbox where type = 'kim.cases.case-phase-changed' order by seq limit 1),
             file as materialized (select gen_random_uuid() as reference from generate_series(1, $1 / 10))
        insert into outbox (id, aggregate_id, bucket, type, payload, occurred_at)
        select gen_random_uuid(), file.reference, get_byte(uuid_send(file.reference), 15) % 16, 'kim.cases.case-phase-changed',
            model.payload || jsonb_build_object('caseRef', file.reference, 'version', version), now()
        from file cross join generate_series(2, 11) version cross join model
        order by version, file.reference
        """, events);
}
