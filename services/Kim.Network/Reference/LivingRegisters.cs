using Kim.Network.Data;
using Kim.Network.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Reference;

/// <summary>Registers that the profile begins and the staff goes on with: what the staff wrote is never taken back by an import.</summary>
internal static class LivingRegisters
{
    public static async Task SyncAsync(NetworkDb db, RegisterRows rows, DateTimeOffset now, CancellationToken ct)
    {
        await ConsultationsAsync(db, rows.Consultations(), now, ct);
        await NextStepsAsync(db, rows.NextSteps(), now, ct);
    }

    private static async Task ConsultationsAsync(NetworkDb db, IEnumerable<Consultation> wanted, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Consultations.Where(row => row.Key != null).ToDictionaryAsync(row => row.Key!, ct);
        foreach (var row in wanted)
        {
            var existing = known.GetValueOrDefault(row.Key!);
            row.Id = existing?.Id ?? Guid.CreateVersion7(now);
            if (existing is null) db.Add(row);
            else db.Entry(existing).CurrentValues.SetValues(row);
            known.Remove(row.Key!);
        }

        db.RemoveRange(known.Values);
    }

    private static async Task NextStepsAsync(NetworkDb db, IEnumerable<NextStep> wanted, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.NextSteps.ToDictionaryAsync(row => row.Key, ct);
        foreach (var row in wanted)
        {
            if (known.Remove(row.Key, out var existing))
            {
                db.Entry(existing).CurrentValues.SetValues(row.Over(existing));
                continue;
            }

            row.Id = Guid.CreateVersion7(now);
            db.Add(row);
        }

        db.RemoveRange(known.Values.Where(step => step.ChangedOn is null));
    }
}
