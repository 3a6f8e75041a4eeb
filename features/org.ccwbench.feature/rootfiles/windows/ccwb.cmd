@echo off
rem SPDX-License-Identifier: EPL-2.0
rem CCW Workbench: opens the workbench. Needs Java 21 or newer in JAVA_HOME or PATH.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%J in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%J"
"%JAVA%" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MetaspaceSize=160m --enable-native-access=ALL-UNNAMED -jar "%LAUNCHER%" -data "%LOCALAPPDATA%\ccwbench\workspace" %*
