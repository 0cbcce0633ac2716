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
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Marked = [];

    /// <summary>The digest under which an erased reference is remembered.</summary>
    public static string DigestOf(Guid reference) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(reference.ToString())));

    /// <summary>The references that an event carries.</summary>
    public static IReadOnlyList<Guid> In(object message) =>
        [.. Marked.GetOrAdd(message.GetType(), FindMarked).Select(property => (Guid)property.GetValue(message)!).Order()];

    /// <summary>Asks whether an event carries a reference that was erased, in the last statement; those before it wait for an erasure that is going on.</summary>
    internal static IReadOnlyList<SqlQuery> Asking(object message)
    {
        var references = In(message);
        if (references.Count == 0) return [];
        return
        [
            .. Locks(references),
            new("select exists (select from erased_references where digest = any($1))", (object)references.Select(DigestOf).ToArray()),
        ];
    }

    /// <summary>Remembers references as erased.</summary>
    internal static async Task RememberAsync(KimDbContext db, IEnumerable<Guid> references, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var digest in references.Select(DigestOf))
            await db.Database.ExecuteSqlAsync($"insert into erased_references (digest, erased_at) values ({digest}, {at}) on conflict do nothing", ct);
    }

    /// <summary>Erasure and events of one reference take turns, until their commit.</summary>
    internal static Task LockAsync(KimDbContext db, IEnumerable<Guid> references, CancellationToken ct) => db.RunAsync([.. Locks(references)], ct);

    // In one order, so that two that want the same ones cannot wait for each other.
    private static IEnumerable<SqlQuery> Locks(IEnumerable<Guid> references) => references.Order().Select(reference => new SqlQuery(Lock, reference.ToString()));

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
