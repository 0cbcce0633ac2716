namespace Kim.Cases.Reference;

/// <summary>One code of a vocabulary with its titles.</summary>
public sealed record CodeEntry(string Code, string TitleDe, string TitleEn);
