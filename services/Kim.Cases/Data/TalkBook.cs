using Kim.Cases.Domain;
using Kim.Contracts.Cases;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Data;

/// <summary>Calls off the talks of a case that have not taken place, and tells the pool.</summary>
internal sealed class TalkBook(CasesDb db, EventBook events)
{
    private static readonly string[] Open = [InterpreterStates.Requested, InterpreterStates.Confirmed];

    public async Task CallOffAsync(Guid caseId, Act act, CancellationToken ct)
    {
        var talks = await db.InterpreterRequests
            .Where(talk => talk.CaseId == caseId && Open.Contains(talk.State) && talk.Talk.StartsAt > act.At).ToListAsync(ct);
        foreach (var talk in talks.Where(talk => talk.Cancel(act.At).Ok))
            events.Add(talk.BookingRef, new InterpreterRequestCancelled { BookingRef = talk.BookingRef, Version = talk.Version, CancelledAt = act.At });
    }
}
