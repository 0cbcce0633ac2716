using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// Search terms in the audit: names, so only their keyed hash (HMAC-SHA256 under <c>Audit:TermsKey</c>) is kept. It tells whether a given
/// term was searched for, to those who hold the key; without a key nothing is kept. Case and outer blanks do not count.
/// </summary>
internal sealed class SearchTerms(IConfiguration configuration)
{
    private readonly byte[]? _key = configuration["Audit:TermsKey"] is { Length: >= 32 } key ? Encoding.UTF8.GetBytes(key) : null;

    /// <summary>The hash in hexadecimal; null without terms or without a key.</summary>
    public string? Hash(string? terms)
    {
        if (_key is null || string.IsNullOrWhiteSpace(terms)) return null;
        var form = terms.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(form)));
    }
}
