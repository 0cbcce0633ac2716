namespace Kim.Demo;

/// <summary>A failure that the user can do something about; its message is printed as it is.</summary>
public sealed class DemoException(string message) : Exception(message);
