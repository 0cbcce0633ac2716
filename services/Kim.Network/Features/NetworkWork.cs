using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>What a use case of the network works with: its tables, its events, the record of changes, and the day.</summary>
internal sealed class NetworkWork(NetworkDb db, EventBook events, AuditBook audit, TimeProvider clock, IHttpContextAccessor http)
{
    public NetworkDb Db { get; } = db;

    public EventBook Events { get; } = events;

    public AuditBook Audit { get; } = audit;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The day in the Kreis.</summary>
    public DateOnly Today => LocalDay.Of(Now);

    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>The AGS among <paramref name="codes"/> that the directory does not know, or null.</summary>
    public async Task<string?> UnknownAgsAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        if (codes.Count == 0) return null;
        var known = await Db.Municipalities.Where(row => codes.Contains(row.Ags)).Select(row => row.Ags).ToListAsync(ct);
        return codes.FirstOrDefault(code => !known.Contains(code, StringComparer.Ordinal));
    }

    /// <summary>Saves and names the new version of what is answered.</summary>
    public async Task SaveAsync(object entity, CancellationToken ct)
    {
        await Db.SaveChangesAsync(ct);
        Name(entity);
    }

    /// <summary>Names the version of what is answered.</summary>
    public void Name(object entity) => http.HttpContext!.SetETag(Db.ETagOf(entity));
}

/// <summary>Cursor of lists in the order of their keys.</summary>
internal sealed record AfterKey(string Key);

/// <summary>Cursor of lists in the order of their names.</summary>
internal sealed record AfterName(string Name, string Key);

/// <summary>Cursor of lists in the order of the profile.</summary>
internal sealed record AfterPosition(int Position);

/// <summary>Cursor of lists in the order of the profile that the staff goes on with.</summary>
internal sealed record AfterPlace(int Position, Guid Id);

/// <summary>Cursor of lists in the order of a point in time.</summary>
internal sealed record AfterTime(DateTimeOffset At, Guid Id);

/// <summary>Cursor of lists in the order of a day.</summary>
internal sealed record AfterDay(DateOnly On, Guid Id);

/// <summary>What was created.</summary>
/// <param name="Id">Its id.</param>
public sealed record Added(Guid Id);
