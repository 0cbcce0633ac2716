using Kim.Cases.Domain;
using Kim.Contracts.Cases;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Persons;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>Erases the cases whose day has come, and tells each holder the reference that it knows (Art. 17, 19 DSGVO).</summary>
internal sealed class PersonEraser(CasesDb db, EventBook events, PersonRows rows, TimeProvider clock)
{
    /// <summary>Erases one case that is due; false when there is none, or another process is at it.</summary>
    public async Task<bool> EraseNextAsync(DateOnly today, CancellationToken ct)
    {
        var due = await db.Database
            .SqlQuery<Guid>($"""select id as "Value" from cases where erase_on <= {today} order by erase_on limit 1 for update skip locked""").ToListAsync(ct);
        if (due.Count == 0) return false;
        var id = due[0];
        var references = await References.OfAsync(db, id, ct);
        Tell(references);
        await db.SaveChangesAsync(ct);
        await rows.EraseAsync([id, .. references.All], null, ct);
        var digest = ErasedReferences.DigestOf(id);
        await db.Set<Erasure>().Where(row => row.CaseDigest == digest)
            .ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.ErasedAt, (DateTimeOffset?)clock.GetUtcNow()), ct);
        return true;
    }

    private void Tell(References references)
    {
        foreach (var reference in references.Interpreters) events.Add(reference, new InterpretersReferenceErased { Reference = reference, Version = 1 });
        foreach (var reference in references.Funding) events.Add(reference, new FundingReferenceErased { Reference = reference, Version = 1 });
        foreach (var reference in references.Naturalisation) events.Add(reference, new NaturalisationReferenceErased { Reference = reference, Version = 1 });
    }
}
