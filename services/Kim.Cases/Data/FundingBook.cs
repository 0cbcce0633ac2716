using System.Text.Json;
using Kim.Cases.Domain;
using Kim.Cases.Reference;
using Kim.Contracts.Cases;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>
/// Tells funding what its indicators count of a case (domain.md 2.4), under a reference of its own: each time something of it has
/// changed, and only then.
/// </summary>
internal sealed class FundingBook(CasesDb db, EventBook events, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>Tells that a case was opened; it need not have been saved, and is not saved here.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="day">The day.</param>
    /// <param name="position">The position of its case manager.</param>
    public void TellOpened(Case opened, DateOnly day, string? position)
    {
        var file = FundingFile.Of(opened.Id);
        var facts = FundingFacts.OfNew(opened, day, position);
        file.Tell(JsonSerializer.Serialize(facts, ContractJson.Options));
        db.Add(file);
        events.Add(file.Reference, new CaseOpened { CaseRef = file.Reference, Version = file.Version, Facts = facts });
    }

    /// <summary>Tells what changed. The case must have been saved in the transaction; it is locked by its change.</summary>
    /// <param name="changed">The case.</param>
    /// <param name="day">The day of the change.</param>
    /// <param name="assigned">Whether the change was another case manager.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task TellAsync(Case changed, DateOnly day, bool assigned, CancellationToken ct)
    {
        var file = await db.FundingFiles.FindAsync([changed.Id], ct);
        if (file is null) db.Add(file = FundingFile.Of(changed.Id));
        if (file.Closed) return;
        var facts = await FundingFacts.OfAsync(db, changed, day, ct);
        if (!file.Tell(JsonSerializer.Serialize(facts, ContractJson.Options))) return;

        var first = file.Version == 1;
        if (first) events.Add(file.Reference, new CaseOpened { CaseRef = file.Reference, Version = file.Version, Facts = facts });
        if (changed.ClosedOn is { } closedOn)
            events.Add(file.Reference, new CaseClosed { CaseRef = file.Reference, Version = file.Close(alone: !first), ClosedOn = closedOn, Reason = changed.ClosureReason!, Facts = facts });
        else if (assigned)
            events.Add(file.Reference, new CaseAssigned { CaseRef = file.Reference, Version = file.Version, AssignedOn = day, Facts = facts });
        else if (!first)
            events.Add(file.Reference, new CasePhaseChanged { CaseRef = file.Reference, Version = file.Version, ChangedOn = day, Facts = facts });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Tells the cases that were opened before funding listened: part of <c>migrate</c>, and nothing when all are told.</summary>
    public async Task TellAllAsync(CancellationToken ct)
    {
        while (await TellSomeAsync(ct) == Batch)
        {
        }
    }

    private async Task<int> TellSomeAsync(CancellationToken ct)
    {
        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        var untold = await db.Cases.Where(found => !db.FundingFiles.Any(file => file.CaseId == found.Id)).OrderBy(found => found.Id).Take(Batch).ToListAsync(ct);
        foreach (var found in untold) await TellAsync(found, found.ClosedOn ?? GermanDay.Of(clock.GetUtcNow()), assigned: false, ct);
        await transaction.CommitAsync(ct);
        return untold.Count;
    }
}
