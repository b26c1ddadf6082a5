// Run by the project's own build after the quickstart: what the README shows must be what comes out.
String log = new File(basedir, 'build.log').text
[
    'Order 7 of Ada: 12.5',
    'Fourth Coffee: Ada Byron',
    'PATCH {"revenue":1500000}',
].each { line -> assert log.contains(line): "The quickstart did not print: $line" }
return true
