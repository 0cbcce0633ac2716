using System.Security.Cryptography;
using Kim.Identity.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Kim.Identity.Keys;

/// <summary>
/// The provider's keys. A signing key is published a day before it signs, signs for 90 days, and stays published 30 days
/// longer, so that no valid token ever meets a service that does not know its key.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, KeyVault vault, TimeProvider clock)
{
    public static readonly TimeSpan Signs = TimeSpan.FromDays(90);
    private static readonly TimeSpan PublishedBefore = TimeSpan.FromDays(1);
    private static readonly TimeSpan PublishedAfter = TimeSpan.FromDays(30);
    private static readonly TimeSpan SigningKeyDue = Signs - PublishedBefore;

    /// <summary>Signing keys: the one in use first, then those that are only published.</summary>
    public IReadOnlyList<RsaSecurityKey> Signing { get; private set; } = [];

    /// <summary>Sealing keys, the newest first.</summary>
    public IReadOnlyList<SymmetricSecurityKey> Sealing { get; private set; } = [];

    public event Action? Changed;

    /// <summary>Makes the keys that are due and drops those that are over.</summary>
    public async Task MaintainAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDb>();
        var now = clock.GetUtcNow();
        // On a busy machine an RSA key takes seconds: it is made before the transaction, which must not idle that long.
        var signing = NewestAge(await db.Keys.AsNoTracking().ToListAsync(ct), KeyUse.Signing, now) >= SigningKeyDue ? NewSigningKey() : null;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two instances must not both make the next key.
        await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtext('kim identity keys'))", ct);
        var keys = await db.Keys.ToListAsync(ct);
        if (signing is not null && NewestAge(keys, KeyUse.Signing, now) >= SigningKeyDue) db.Add(Store(KeyUse.Signing, signing, now));
        if (NewestAge(keys, KeyUse.Sealing, now) >= Signs) db.Add(Store(KeyUse.Sealing, RandomNumberGenerator.GetBytes(32), now));
        db.RemoveRange(keys.Where(key => now - key.CreatedAt > Signs + PublishedAfter));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Reads the keys; true when there are any to work with.</summary>
    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<SignInDb>().Keys.AsNoTracking().ToListAsync(ct);
        var inUseBefore = clock.GetUtcNow() - PublishedBefore;
        var signing = stored.Where(key => key.Use == KeyUse.Signing).ToList();
        var active = signing.Where(key => key.CreatedAt <= inUseBefore).MaxBy(key => key.CreatedAt) ?? signing.MinBy(key => key.CreatedAt);
        Signing = [.. signing.OrderBy(key => key == active ? 0 : 1).ThenByDescending(key => key.CreatedAt).Select(SigningKey)];
        Sealing = [.. stored.Where(key => key.Use == KeyUse.Sealing).OrderByDescending(key => key.CreatedAt).Select(SealingKey)];
        Changed?.Invoke();
        return Signing.Count > 0 && Sealing.Count > 0;
    }

    private static TimeSpan NewestAge(List<StoredKey> keys, KeyUse use, DateTimeOffset now) =>
        keys.Where(key => key.Use == use).Select(key => now - key.CreatedAt).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    private static byte[] NewSigningKey()
    {
        using var rsa = RSA.Create(3072);
        return rsa.ExportPkcs8PrivateKey();
    }

    private StoredKey Store(KeyUse use, byte[] secret, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new StoredKey { Id = id, Use = use, CreatedAt = now, Secret = vault.Seal(secret, PurposeOf(use, id)) };
    }

    private RsaSecurityKey SigningKey(StoredKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(vault.Open(key.Secret, PurposeOf(key.Use, key.Id)), out _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id.ToString("N") };
    }

    private SymmetricSecurityKey SealingKey(StoredKey key) =>
        new(vault.Open(key.Secret, PurposeOf(key.Use, key.Id))) { KeyId = key.Id.ToString("N") };

    private static string PurposeOf(KeyUse use, Guid id) => $"{use} {id:N}";
}
