global using Kim.Results;
