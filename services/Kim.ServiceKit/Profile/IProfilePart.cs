using Kim.ServiceKit.Data;
using Kim.ServiceKit.Messaging;

namespace Kim.ServiceKit.Profile;

/// <summary>
/// A service's part of the profile: the data that makes an installation this Kreis. The import is idempotent, one transaction, and
/// refuses bad data with file, JSON pointer and reason before anything is written.
/// </summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public interface IProfilePart<in TDb> where TDb : KimDbContext
{
    /// <summary>The files of the profile folder that this part reads; each has a schema beside it.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>Checks references, then writes. Saving and committing is the importer's job, but saving inside is allowed.</summary>
    /// <param name="profile">The files, valid by their schemas.</param>
    /// <param name="db">The context, in a transaction under the system scope.</param>
    /// <param name="context">Events, clock, and whether demo data is welcome.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="ProfileException">A reference does not resolve.</exception>
    Task ImportAsync(ProfileDocuments profile, TDb db, ProfileContext context, CancellationToken ct);
}

/// <summary>What an import needs beside the data.</summary>
/// <param name="Events">The outbox of the import's transaction.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Demo">Whether entries marked <c>demo</c> are imported; never in production.</param>
public sealed record ProfileContext(EventBook Events, TimeProvider Clock, bool Demo);
