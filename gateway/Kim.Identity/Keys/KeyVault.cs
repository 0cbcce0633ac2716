using System.Security.Cryptography;
using System.Text;

namespace Kim.Identity.Keys;

/// <summary>Encrypts secrets for the database (AES-256-GCM). The purpose is part of the seal: a secret moved to another row does not open.</summary>
internal sealed class KeyVault(IdentitySettings settings)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public byte[] Seal(ReadOnlySpan<byte> secret, string purpose)
    {
        var box = new byte[NonceSize + TagSize + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(settings.KeyEncryptionKey, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), secret, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(purpose));
        return box;
    }

    /// <exception cref="CryptographicException">Another key of the configuration sealed it, or it was changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string purpose)
    {
        var secret = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(settings.KeyEncryptionKey, TagSize);
        aes.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), secret, Encoding.UTF8.GetBytes(purpose));
        return secret;
    }
}
