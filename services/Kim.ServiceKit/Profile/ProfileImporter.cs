using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.ServiceKit.Profile;

/// <summary>Runs a service's part of the profile import.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public static class ProfileImporter<TDb> where TDb : KimDbContext
{
    /// <summary>Loads and checks the part's files, then imports them in one transaction, unless they are unchanged.</summary>
    /// <param name="services">Where the part and the clock are registered.</param>
    /// <param name="db">The context to write with.</param>
    /// <param name="folder">Folder of the profile.</param>
    /// <param name="demo">Whether entries marked <c>demo</c> are imported.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="ProfileException">The profile was refused; nothing was written.</exception>
    public static async Task RunAsync(IServiceProvider services, TDb db, string folder, bool demo, CancellationToken ct)
    {
        if (services.GetService<IProfilePart<TDb>>() is not { } part) return;
        var profile = await ProfileDocuments.LoadAsync(folder, part.Files, demo, ct);
        var clock = services.GetRequiredService<TimeProvider>();
        var name = part.GetType().Name;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Kim.Profile");

        await using var transaction = await db.BeginScopedAsync(Scope.System, ct);
        // Two 'migrate' at once: the second waits, then finds the profile unchanged.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('kim.profile', 0))", ct);
        var known = await db.Set<ProfileImport>().FindAsync([name], ct);
        if (string.Equals(known?.Hash, profile.Hash, StringComparison.Ordinal))
        {
            ImportLog.Unchanged(log, name);
            return;
        }

        await part.ImportAsync(profile, db, new ProfileContext(new EventBook(db, clock), clock, demo), ct);
        if (known is null) db.Add(known = new ProfileImport { Part = name, Hash = profile.Hash });
        else db.Update(known);
        known.Hash = profile.Hash;
        known.ImportedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        ImportLog.Imported(log, name, string.Join(", ", profile.Counts.Select(file => $"{file.Key} {file.Value}")), demo);
    }
}

// A generic class cannot hold generated log methods that are the same for each context.
internal static partial class ImportLog
{
    [LoggerMessage(LogLevel.Information, "{Part}: the profile is unchanged")]
    public static partial void Unchanged(ILogger logger, string part);

    [LoggerMessage(LogLevel.Information, "{Part}: imported {Counts} (demo: {Demo})")]
    public static partial void Imported(ILogger logger, string part, string counts, bool demo);
}
