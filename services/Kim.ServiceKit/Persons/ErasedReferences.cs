using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Kim.Contracts;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Persons;

/// <summary>
/// The references that were erased here, as digests: an event that comes late cannot bring a person back. A reference is random (122
/// bits), so nobody computes it back from its digest, and no key needs to be kept.
/// </summary>
public static class ErasedReferences
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Marked = [];

    /// <summary>The digest under which an erased reference is remembered.</summary>
    public static string DigestOf(Guid reference) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(reference.ToString())));

    /// <summary>The references that an event carries.</summary>
    public static IReadOnlyList<Guid> In(object message) =>
        [.. Marked.GetOrAdd(message.GetType(), FindMarked).Select(property => (Guid)property.GetValue(message)!).Order()];

    /// <summary>Whether an event carries a reference that was erased. Waits for an erasure that is going on.</summary>
    internal static async Task<bool> HoldsAsync(KimDbContext db, object message, CancellationToken ct)
    {
        var references = In(message);
        if (references.Count == 0) return false;
        await LockAsync(db, references, ct);
        var digests = references.Select(DigestOf).ToList();
        return await db.Set<ErasedReference>().AnyAsync(row => digests.Contains(row.Digest), ct);
    }

    /// <summary>Remembers references as erased.</summary>
    internal static async Task RememberAsync(KimDbContext db, IEnumerable<Guid> references, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var digest in references.Select(DigestOf))
            await db.Database.ExecuteSqlAsync($"insert into erased_references (digest, erased_at) values ({digest}, {at}) on conflict do nothing", ct);
    }

    /// <summary>Erasure and events of one reference take turns, until their commit.</summary>
    internal static async Task LockAsync(KimDbContext db, IEnumerable<Guid> references, CancellationToken ct)
    {
        foreach (var reference in references.Order())
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({reference.ToString()}, 0))", ct);
    }

    private static PropertyInfo[] FindMarked(Type type) => [.. type.GetProperties().Where(property => property.IsDefined(typeof(PersonReferenceAttribute)))];
}

internal sealed class ErasedReference
{
    public required string Digest { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<ErasedReference>(erased =>
    {
        erased.ToTable("erased_references");
        erased.HasKey(row => row.Digest);
        erased.Property(row => row.Digest).HasMaxLength(64);
    });
}
