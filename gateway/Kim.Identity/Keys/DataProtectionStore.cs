using System.Text;
using System.Xml.Linq;
using Kim.Identity.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Keys;

/// <summary>Keeps the keys of cookies and forms in the database, so that a restart or a second instance reads what the first wrote.</summary>
internal sealed class DatabaseXmlRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDb>();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDb>();
        db.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

internal sealed class VaultXmlEncryptor(KeyVault vault) : IXmlEncryptor
{
    internal const string Purpose = "data protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = vault.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Purpose);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(VaultXmlDecryptor));
    }
}

/// <summary>Made by data protection through its type name in the stored XML.</summary>
internal sealed class VaultXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var box = Convert.FromBase64String(encryptedElement.Value);
        return XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<KeyVault>().Open(box, VaultXmlEncryptor.Purpose)));
    }
}
