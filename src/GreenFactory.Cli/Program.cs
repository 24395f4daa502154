using System.Text;
using GreenFactory.Cli.Commands;
using GreenFactory.Cli.Support;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.Out, Console.Error, TimeProvider.System);
