namespace Kim.ServiceKit.Fields;

/// <summary>How much a field says about a person (domain.md 7.1). A column and a member of an answer have one class; a role may see several.</summary>
[Flags]
public enum FieldClass
{
    /// <summary>Says nothing about a person whom the service serves: codes, amounts, dates of procedures, random references. Every role of a policy sees it.</summary>
    Plain = 0,

    /// <summary>Names, describes or reaches a person: names, birth date, address, languages, availability, text about what is to be done.</summary>
    Personal = 1,

    /// <summary>Art. 9 DSGVO and Sozialdaten: residence, nationality, life situation, what was assessed or agreed, findings of a check.</summary>
    Special = 2,

    /// <summary>Serves one purpose and is seen by nobody else: secrets, hashes, stored answers, bank details, criminal records.</summary>
    Restricted = 4,
}
