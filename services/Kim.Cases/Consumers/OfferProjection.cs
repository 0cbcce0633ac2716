using Kim.Cases.Data;
using Kim.Contracts.Network;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Consumers;

/// <summary>Keeps the newest version of an offer, whichever of its events brings it and in whatever order.</summary>
internal static class OfferProjection
{
    public static Task<int> KeepAsync(CasesDb db, Guid id, long version, OfferFacts offer, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        insert into offers (id, version, withdrawn, key, title, topics, target_group, ags, languages, provider, provider_name, capacity)
        values ({id}, {version}, false, {offer.Key}, {offer.Title}, {offer.Topics.ToArray()}, {offer.TargetGroup}, {offer.Ags.ToArray()},
            {offer.Languages.ToArray()}, {offer.Provider}, {offer.ProviderName}, {offer.Capacity})
        on conflict (id) do update set
            version = excluded.version, withdrawn = false, key = excluded.key, title = excluded.title, topics = excluded.topics,
            target_group = excluded.target_group, ags = excluded.ags, languages = excluded.languages, provider = excluded.provider,
            provider_name = excluded.provider_name, capacity = excluded.capacity
        where offers.version < excluded.version
        """, ct);

    /// <summary>A withdrawal that overtakes the offer leaves an empty row behind, so that the older event finds a newer version.</summary>
    public static Task<int> WithdrawAsync(CasesDb db, Guid id, long version, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        insert into offers (id, version, withdrawn, key, title, topics, ags, languages, provider, provider_name)
        values ({id}, {version}, true, '', '', array[]::text[], array[]::text[], array[]::text[], '', '')
        on conflict (id) do update set version = excluded.version, withdrawn = true
        where offers.version < excluded.version
        """, ct);
}
